import { z } from 'zod';
import { parsePartyName } from '../../domain/party/name.ts';
import type { InterestRate } from '../../domain/claim/claim.ts';
import { amountFields, amountIn, CaseNumberField, DateField, StaffIdField, UnitCodeField, words } from './fields.ts';
import { refuse } from './rules.ts';

const Name = z
  .string()
  .max(400)
  .transform((text, context) => {
    const name = parsePartyName(text);
    return name.ok ? name.value : refuse(context, name.error.kind);
  })
  .meta({ description: '姓名或者名称，生僻字原样保留', example: '甲试例' });

const IdNo = z.string().max(40).meta({ description: '公民身份号码或者统一社会信用代码' });

const Seat = z
  .strictObject({ level: z.enum(['prefecture', 'county', 'other']), unit: UnitCodeField.exactOptional() })
  .meta({ description: '人大代表身份：级别与所属人大常委会' });

const Party = z.strictObject({
  kind: z.enum(['naturalPerson', 'organisation']),
  name: Name,
  idType: z.enum(['residentIdentity', 'unifiedCreditCode']),
  idNo: IdNo,
  address: words(200).exactOptional(),
});

const LegalRepresentative = z.strictObject({ name: Name, idNo: IdNo, address: words(200).exactOptional(), deputy: Seat.exactOptional() });

const Debtor = Party.extend({ deputy: Seat.exactOptional(), legalRepresentative: LegalRepresentative.exactOptional() });

/** A yearly or daily rate in percent with at most four decimals, as millionths. What is above 100 % a year no court awards. */
const Rate = z
  .strictObject({ percent: z.string().max(12).meta({ example: '3.45' }), per: z.enum(['day', 'yearOf360Days', 'yearOf365Days']) })
  .transform(({ percent, per }, context): InterestRate => {
    const [, whole, decimals = ''] = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(percent) ?? [];
    if (whole === undefined) return refuse(context, 'rateUnreadable', ['percent']);
    const millionths = Number(whole + decimals.padEnd(4, '0'));
    return millionths === 0 || millionths > highest[per] ? refuse(context, 'rateAbsurd', ['percent']) : { millionths, per };
  });

const highest: Readonly<Record<InterestRate['per'], number>> = { day: 3_000, yearOf360Days: 1_000_000, yearOf365Days: 1_000_000 };

const Interest = z
  .strictObject({ rate: Rate, from: DateField, until: DateField.exactOptional() })
  .superRefine(({ from, until }, context) => {
    if (until !== undefined && until < from) refuse(context, 'endsBeforeItBegins', ['until']);
  });

const Principal = z
  .strictObject({ ...amountFields, performBy: DateField.exactOptional(), interest: Interest.exactOptional() })
  .transform(({ amountFen: _fen, amountYuan: _yuan, ...rest }, context) => ({ ...rest, amount: amountIn(written(_fen, _yuan), context) }));

const Cost = z
  .strictObject({ ...amountFields, incurredOn: DateField, bearsDoubledInterest: z.boolean() })
  .transform(({ amountFen: _fen, amountYuan: _yuan, ...rest }, context) => ({ ...rest, amount: amountIn(written(_fen, _yuan), context) }));

const FixedInterest = z.strictObject({ ...amountFields }).transform((item, context) => ({ amount: amountIn(item, context) }));

const written = (amountFen: number | undefined, amountYuan: string | undefined) => ({
  ...(amountFen !== undefined && { amountFen }),
  ...(amountYuan !== undefined && { amountYuan }),
});

const mostItems = 50;

/** What a court system hands in to open a case. What can be seen from the paper alone is checked here; the rest needs the registry. */
export const CaseFiling = z
  .strictObject({
    caseNumber: CaseNumberField,
    court: z.string().max(20).meta({ description: '法院代字', example: '云2301' }),
    appliedOn: DateField.meta({ description: '收到执行申请或者移送之日' }),
    handler: StaffIdField.meta({ description: '承办人' }),
    instrument: z.strictObject({ title: words(200), issuedBy: words(100), effectiveOn: DateField, performanceEndsOn: DateField }),
    applicants: z.array(Party).min(1).max(mostItems),
    debtors: z.array(Debtor).min(1).max(mostItems),
    claim: z.strictObject({
      principals: z.array(Principal).max(mostItems),
      costs: z.array(Cost).max(mostItems).default([]),
      ordinaryInterest: z.array(FixedInterest).max(mostItems).default([]),
      doubledInterest: z.boolean().meta({ description: '是否计算迟延履行期间的加倍部分债务利息' }),
    }),
  })
  .meta({ id: 'CaseFiling', description: '立案材料' });

export type CaseFiling = z.output<typeof CaseFiling>;
export type FiledSeat = z.output<typeof Seat>;

export const CaseFiled = z
  .strictObject({
    caseId: z.string(),
    caseNumber: z.string(),
    at: z.string(),
    repeated: z.boolean().meta({ description: '是否为重复提交' }),
  })
  .meta({ id: 'CaseFiled', description: '立案受理结果' });
