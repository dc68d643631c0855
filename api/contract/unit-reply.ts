import { z } from 'zod';
import { parseInstant, type Instant as CourtInstant } from '../../domain/calendar/instant.ts';
import type { StepNo as DomainStepNo } from '../../domain/assistance/request.ts';
import { refuse } from './rules.ts';

/*
 * What a unit says, as this interface publishes it. The court's side of the wire profile keeps the same vocabulary for its channels;
 * a test holds the two against each other field by field, so that neither can drift. Beyond the form, the door proves that days
 * exist and that a seal has a term.
 */

const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+08:00$/)
  .refine((text): boolean => isCanonical(text), { params: { rule: 'invalidInstant' } });
const isCanonical = (text: string): boolean => {
  const instant = parseInstant(text);
  return instant.ok && instant.value === text;
};

const Text = z.string().min(1).max(2000);

const StepNo = z
  .string()
  .regex(/^[a-z0-9-]+\/\d+\/\d+$/)
  .max(120);

const RegisteredLine = z
  .strictObject({
    lineNo: z.number().int().positive(),
    standing: z.enum(['inForce', 'waiting']),
    registrationNo: z.string().min(1).max(100),
    effectiveAt: Instant.optional(),
    endsAt: Instant.optional(),
    rank: z.number().int().positive(),
  })
  .superRefine(({ standing, effectiveAt, endsAt }, context) => {
    if (standing === 'inForce' && (effectiveAt === undefined || endsAt === undefined)) refuse(context, 'termMissing');
    if (effectiveAt !== undefined && endsAt !== undefined && endsAt <= effectiveAt) refuse(context, 'endsBeforeItBegins', ['endsAt']);
  });

const FoundProperty = z.strictObject({
  propertyNo: z.string().min(1).max(60),
  type: z.enum(['realEstate', 'miningRight', 'explorationRight']),
  location: Text,
  certificateNo: z.string().max(100).optional(),
  areaSquareMetres: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,2})?$/)
    .optional(),
  coOwned: z.boolean(),
  mortgaged: z.boolean(),
  sealedBefore: z.number().int().nonnegative(),
});

const onceEach = (numbers: readonly number[], context: z.RefinementCtx<unknown>): void =>
  numbers.forEach((number, index) => {
    if (numbers.indexOf(number) < index) refuse(context, 'duplicateLine', [index]);
  });

const RegisteredLines = z
  .array(RegisteredLine)
  .min(1)
  .max(200)
  .superRefine((lines, context) =>
    onceEach(
      lines.map(({ lineNo }) => lineNo),
      context,
    ),
  );

const LineNumbers = z.array(z.number().int().positive()).min(1).max(200).superRefine(onceEach);

const Record = z.strictObject({ item: Text, value: z.string().max(500) });

export const ReplyContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('records'), records: z.array(Record).max(500), properties: z.array(FoundProperty).max(200) }),
  z.strictObject({ kind: z.literal('noRecord') }),
  z.strictObject({ kind: z.literal('registered'), lines: RegisteredLines }),
  z.strictObject({ kind: z.literal('notControlled'), reason: Text }),
  z.strictObject({ kind: z.literal('promoted'), lines: RegisteredLines }),
  z.strictObject({ kind: z.literal('renewed'), lines: RegisteredLines }),
  z.strictObject({ kind: z.literal('lifted'), lines: LineNumbers }),
  z.strictObject({ kind: z.literal('markCleared'), lines: LineNumbers }),
  z.strictObject({ kind: z.literal('urged'), result: z.enum(['promised', 'performed', 'unwilling']), note: z.string().max(2000) }),
  z.strictObject({ kind: z.literal('noted') }),
  z.strictObject({ kind: z.literal('caseAccepted'), receiptNo: Text }),
  z.strictObject({ kind: z.literal('caseComplex'), reason: Text }),
  z.strictObject({ kind: z.literal('caseFiled'), decisionNo: Text }),
  z.strictObject({ kind: z.literal('caseNotFiled'), decisionNo: Text, reason: Text }),
  z.strictObject({ kind: z.literal('reasonsRequested'), letterNo: Text }),
  z.strictObject({ kind: z.literal('noticeToFile'), letterNo: Text }),
  z.strictObject({ kind: z.literal('reasonsHold'), letterNo: Text, reason: Text }),
  z.strictObject({ kind: z.literal('reviewSuggested'), text: Text }),
  z.strictObject({ kind: z.literal('returned'), missing: z.enum(['document', 'credential']), reason: Text }),
  z.strictObject({ kind: z.literal('identityMismatch'), reason: Text }),
  z.strictObject({ kind: z.literal('refused'), reason: Text }),
]);
export type ReplyContent = z.output<typeof ReplyContent>;

/** What a unit's system sends, signed. Repeats carry the same `replyNo`. */
export const UnitReply = z.strictObject({
  unit: z.string().min(1),
  replyNo: z.string().min(1).max(100),
  requestNo: z.string().min(1).max(100),
  stepNo: StepNo,
  answeredAt: Instant.optional(),
  content: ReplyContent,
});

/** What a liaison officer types into the inbox; unit and number come from his sign-in and his key. */
export const InboxAnswer = z.strictObject({ stepNo: StepNo, content: ReplyContent });

export const ReplyReceipt = z
  .strictObject({ replyNo: z.string(), repeat: z.boolean() })
  .meta({ id: 'ReplyReceipt', description: '答复收到' });

/** An instant that the schema above has proven. */
export const provenInstant = (text: string): CourtInstant => text as CourtInstant;

export const provenStepNo = (text: string): DomainStepNo => text as DomainStepNo;
