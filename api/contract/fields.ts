import { z } from 'zod';
import { parseCivilDate, parseInstant, type CivilDate, type Instant } from '../../domain/calendar/instant.ts';
import { fenOf, formatYuan, parseYuan, type Fen } from '../../domain/claim/money.ts';
import { caseNumberOfSlug, parseCaseNumber } from '../../domain/enforcement-case/case-number.ts';
import type { CaseId } from '../../domain/enforcement-case/case.ts';
import type { RequestNo } from '../../domain/assistance/request.ts';
import type { PaperId } from '../../domain/paper/paper.ts';
import { parsePartyId } from '../../domain/party/party.ts';
import type { ProposalId } from '../../domain/enforcement-case/proposal.ts';
import { refuse } from './rules.ts';

/** The case's address in this interface: `2026-yun2301-zhi-123`. */
export const CaseIdField = z
  .string()
  .max(60)
  .transform((text, context): CaseId => (caseNumberOfSlug(text).ok ? (text as CaseId) : refuse(context, 'wrongForm')))
  .meta({ description: '案件标识', example: '2026-yun2301-zhi-123' });

export const CaseNumberField = z
  .string()
  .max(60)
  .transform((text, context) => {
    const caseNumber = parseCaseNumber(text);
    return caseNumber.ok ? caseNumber.value : refuse(context, caseNumber.error.kind);
  })
  .meta({ description: '案号；半角括号亦可', example: '（2026）云2301执123号' });

/** A day of the calendar. What lies outside two centuries is a slip of the keyboard. */
export const DateField = z
  .string()
  .transform((text, context): CivilDate => {
    const date = parseCivilDate(text);
    if (!date.ok) return refuse(context, 'invalidDate');
    return date.value < '1949-10-01' || date.value > '2099-12-31' ? refuse(context, 'dateOutOfRange') : date.value;
  })
  .meta({ description: '日期', example: '2026-03-02' });

export const InstantField = z
  .string()
  .max(40)
  .transform((text, context): Instant => {
    const instant = parseInstant(text);
    if (!instant.ok) return refuse(context, 'invalidInstant');
    return instant.value < '1949-10-01' || instant.value > '2100' ? refuse(context, 'dateOutOfRange') : instant.value;
  })
  .meta({ description: '带时区的时间', example: '2026-03-02T09:00:00+08:00' });

/** Words a person wrote. Line breaks and tabs are kept; what no eye can see is refused. */
export const words = (longest: number) =>
  z
    .string()
    .max(longest)
    .superRefine((text, context) => {
      if (text.trim() === '') refuse(context, 'emptyText');
      if (invisible.test(text)) refuse(context, 'invisibleCharacter');
    });

// Control and format characters, among them those that turn the direction of writing; not line breaks and tabs.
const invisible = /[^\P{Cc}\n\r\t]|\p{Cf}/u;

/** The two ways to write an amount: whole fen as a number, or yuan as a text. Exactly one is given. */
export const amountFields = {
  amountFen: z.number().exactOptional().meta({ description: '金额（分）', example: 123450 }),
  amountYuan: z.string().max(30).exactOptional().meta({ description: '金额（元），最多两位小数', example: '1234.50' }),
};

interface WrittenAmount {
  readonly amountFen?: number;
  readonly amountYuan?: string;
}

/** Reads the amount that stands in the two fields. Nothing owed, paid or spent is zero. */
export const amountIn = ({ amountFen, amountYuan }: WrittenAmount, context: z.RefinementCtx<unknown>): Fen => {
  if (amountFen !== undefined && amountYuan !== undefined) return refuse(context, 'amountTwice', ['amountYuan']);
  if (amountFen !== undefined) return checked(fenOf(amountFen), 'amountFen', context);
  if (amountYuan !== undefined) return checked(parseYuan(amountYuan), 'amountYuan', context);
  return refuse(context, 'amountMissing', ['amountFen']);
};

const checked = (amount: ReturnType<typeof fenOf>, field: string, context: z.RefinementCtx<unknown>): Fen => {
  if (!amount.ok) return refuse(context, amount.error.kind, [field]);
  return amount.value === 0 ? refuse(context, 'amountZero', [field]) : amount.value;
};

/** An amount as it is answered: to compute with, and to read. */
export const Money = z.strictObject({ fen: z.number().int(), text: z.string().meta({ example: '1,234.50元' }) }).meta({ id: 'Money' });

export const moneyOf = (fen: Fen): z.input<typeof Money> => ({ fen, text: formatYuan(fen) });

export const PartyIdField = z
  .string()
  .max(64)
  .transform((text, context) => {
    const partyId = parsePartyId(text);
    return partyId.ok ? partyId.value : refuse(context, 'wrongForm');
  })
  .meta({ description: '当事人标识' });

export const ProposalIdField = z
  .string()
  .regex(/^[a-z0-9-]{1,60}\.p\d{1,6}$/)
  .transform((text) => text as ProposalId)
  .meta({ description: '拟办事项标识', example: '2026-yun2301-zhi-123.p1' });

export const PaperIdField = z
  .string()
  .regex(/^[a-z0-9.-]{1,120}$/)
  .transform((text) => text as PaperId)
  .meta({ description: '文书标识', example: '2026-yun2301-zhi-123.p1.1' });

export const RequestNoField = z
  .string()
  .regex(/^[a-z0-9-]{1,60}\/[1-9]\d{0,5}$/)
  .transform((text) => text as RequestNo)
  .meta({ description: '协助事项编号', example: '2026-yun2301-zhi-123/1' });

export const UnitCodeField = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .meta({ description: '成员单位代码', example: 'cx-natural-resources' });

/** A person known to the court by a code that is no identity number: ids travel in plain sight. */
export const StaffIdField = z
  .string()
  .regex(/^(?!.*\d{15})[\w.@-]{1,64}$/)
  .meta({ description: '工作人员代码', example: 'judge-01' });
