import { z } from 'zod';

/**
 * The exchange profile between the court and a unit: what travels, and nothing of what either side makes of it.
 * Both directions are signed (`signature.ts`). The court repeats a delivery until the unit has acknowledged it; the unit
 * acts once per step number and answers a repeat with the first acknowledgement.
 *
 * @see domain.md §4.2 to §4.4
 */

const Instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+08:00$/);
const Text = z.string().min(1).max(2000);

export const StepNo = z
  .string()
  .regex(/^[a-z0-9-]+\/\d+\/\d+$/)
  .max(120);

/** One paper as the unit receives it: its number, the content it must read, and the hash that proves the content. */
export const WirePaper = z.strictObject({
  paperId: z.string().min(1),
  kind: z.string().min(1),
  title: Text,
  number: Text,
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  html: z.string().min(1),
});

export const WireSubject = z.strictObject({
  partyId: z.string().min(1),
  category: z.enum(['naturalPerson', 'organisation']),
  name: Text,
  idType: z.enum(['residentIdentity', 'unifiedCreditCode']),
  idNo: Text,
});

/** What the court sends at each business step: `PUT {unit}/steps/{stepNo}`. */
export const StepDelivery = z.strictObject({
  stepNo: StepNo,
  /** For a reminder, renewal or lift: the step that first asked. */
  originalStepNo: StepNo.optional(),
  requestNo: z.string().min(1),
  step: z.enum(['service', 'reminder', 'order', 'renewal', 'partLift', 'lift', 'clearing', 'endOfUrging', 'addition']),
  actionId: z.string().regex(/^[CS]\d+-\d+$/),
  court: z.strictObject({ code: z.string().min(1), name: Text }),
  caseNumber: Text,
  unit: z.string().min(1),
  subject: WireSubject.optional(),
  /** For a control: the lines asked for. */
  lines: z.array(
    z.strictObject({
      lineNo: z.number().int().positive(),
      object: Text,
      startsOn: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/)
        .optional(),
      endsOn: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/)
        .optional(),
      registrationNo: z.string().max(100).optional(),
    }),
  ),
  papers: z.array(WirePaper),
  /** The last day for the answer, as printed on the paper. */
  answerBy: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  sentAt: Instant,
  contact: Text,
});
export type StepDelivery = z.infer<typeof StepDelivery>;

/** What the unit acknowledges at once: that it holds the paper. Service takes effect at `receivedAt`. */
export const StepReceipt = z.strictObject({
  stepNo: StepNo,
  receiptNo: Text,
  receivedAt: Instant,
  /** True when this step number was known already: counted, never acted on twice. */
  repeat: z.boolean(),
});
export type StepReceipt = z.infer<typeof StepReceipt>;

const RegisteredLine = z.strictObject({
  lineNo: z.number().int().positive(),
  /** 01 in force; 03 waiting behind earlier seals (轮候). */
  standing: z.enum(['inForce', 'waiting']),
  registrationNo: z.string().min(1).max(100),
  effectiveAt: Instant.optional(),
  endsAt: Instant.optional(),
  /** 1 is the first seal. */
  rank: z.number().int().positive(),
});

const FoundProperty = z.strictObject({
  /** The registry's own unit number (不动产单元号). */
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

const Record = z.strictObject({ item: Text, value: z.string().max(500) });

/** What a unit says, in the vocabulary of its kind of action. */
export const ReplyContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('records'), records: z.array(Record).max(500), properties: z.array(FoundProperty).max(200) }),
  z.strictObject({ kind: z.literal('noRecord') }),
  z.strictObject({ kind: z.literal('registered'), lines: z.array(RegisteredLine).min(1).max(200) }),
  z.strictObject({ kind: z.literal('notControlled'), reason: Text }),
  z.strictObject({ kind: z.literal('promoted'), lines: z.array(RegisteredLine).min(1).max(200) }),
  z.strictObject({ kind: z.literal('renewed'), lines: z.array(RegisteredLine).min(1).max(200) }),
  z.strictObject({ kind: z.literal('lifted'), lines: z.array(z.number().int().positive()).min(1).max(200) }),
  z.strictObject({ kind: z.literal('markCleared'), lines: z.array(z.number().int().positive()).min(1).max(200) }),
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
export type ReplyContent = z.infer<typeof ReplyContent>;

/** What a unit sends back: `POST {court}/api/v1/units/{unit}/replies`, signed by the unit. Repeats carry the same `replyNo`. */
export const UnitReply = z.strictObject({
  unit: z.string().min(1),
  /** The unit's own number for this message: the court answers a repeat from its record. */
  replyNo: z.string().min(1).max(100),
  requestNo: z.string().min(1).max(100),
  /** The step this answers. */
  stepNo: StepNo,
  answeredAt: Instant.optional(),
  content: ReplyContent,
});
export type UnitReply = z.infer<typeof UnitReply>;

/** What the court answers to a reply: it holds it, for the first time or again. */
export const ReplyReceipt = z.strictObject({ replyNo: z.string(), repeat: z.boolean() });
export type ReplyReceipt = z.infer<typeof ReplyReceipt>;
