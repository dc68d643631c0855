import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ReplyContent, StepDelivery } from '../adapters/units/wire/messages.ts';

const LineNo = z.number().int().positive();

/** Which of the asked lines an answer speaks of: all, the first half of them, or those named. */
const Lines = { half: z.literal(true).optional(), only: z.array(LineNo).min(1).optional() };

/** Contents that are completed from what was asked: absent numbers, dates and lines are filled in. */
const Draft = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('records'),
    records: ReplyContent.options[0].shape.records.optional(),
    properties: ReplyContent.options[0].shape.properties.optional(),
  }),
  z.strictObject({
    kind: z.literal('registered'),
    standing: z.enum(['inForce', 'waiting']).optional(),
    rank: z.number().int().positive().optional(),
    ...Lines,
  }),
  z.strictObject({ kind: z.literal('promoted'), ...Lines }),
  z.strictObject({ kind: z.literal('renewed'), ...Lines }),
  z.strictObject({ kind: z.literal('lifted'), ...Lines }),
  z.strictObject({ kind: z.literal('markCleared'), ...Lines }),
  z.strictObject({ kind: z.literal('caseAccepted') }),
  z.strictObject({ kind: z.literal('caseFiled') }),
  z.strictObject({ kind: z.literal('caseNotFiled'), reason: z.string().min(1) }),
  z.strictObject({ kind: z.literal('reasonsRequested') }),
  z.strictObject({ kind: z.literal('noticeToFile') }),
  z.strictObject({ kind: z.literal('reasonsHold'), reason: z.string().min(1) }),
]);
export type Draft = z.infer<typeof Draft>;

/** What a unit will say: a content of the wire as it stands, or a draft of one. */
const Template = z.union([ReplyContent, Draft]);
export type Template = z.infer<typeof Template>;

const amount = z.number().nonnegative().optional();

/** When and how an answer goes out. Delays are court time after receipt and add up; `times` sends the same answer again. */
const Sending = {
  afterDays: amount,
  afterHours: amount,
  afterMs: amount,
  times: z.number().int().min(1).max(20).optional(),
  /** Sent under the name and key of a unit that was never asked. */
  fromUnit: z.string().min(1).optional(),
  badSignature: z.literal(true).optional(),
};

const by = z.enum(['busy', 'reset']).optional();

export const Behaviour = z.union([
  z.strictObject({ reply: Template, ...Sending }),
  /** What such a unit usually answers to what was asked; to a reminder or order, to what that presses for. */
  z.strictObject({ usual: z.literal(true), ...Sending }),
  z.strictObject({ silent: z.literal(true) }),
  /** Turns the first deliveries of a step away, or all until so much court time has passed: 503, or a connection cut off. */
  z.strictObject({ down: z.union([z.strictObject({ attempts: LineNo, by }), z.strictObject({ forMs: LineNo, by })]) }),
  /** Acts at once, and acknowledges the first delivery only after so many real milliseconds. */
  z.strictObject({ slowMs: z.number().int().positive().max(60_000) }),
]);
export type Behaviour = z.infer<typeof Behaviour>;

const Rule = z.strictObject({
  when: z.strictObject({
    unit: z.string().optional(),
    actionId: z.string().optional(),
    caseNumber: z.string().optional(),
    step: StepDelivery.shape.step.optional(),
    subjectName: z.string().optional(),
  }),
  behaviours: z.array(Behaviour).min(1),
});

/** What the units do: the first rule of which every named field fits the delivery decides; without one, the usual is done. */
export const Script = z.strictObject({ rules: z.array(Rule).max(500) });
export type Script = z.infer<typeof Script>;

/** Throws, naming the field, for a file that is no script. */
export const readScript = (file: string | undefined): Script =>
  file === undefined ? { rules: [] } : Script.parse(JSON.parse(readFileSync(file, 'utf8')));

export const ruleFor = ({ rules }: Script, delivery: StepDelivery): readonly Behaviour[] | undefined =>
  rules.find(({ when }) => fits(when, delivery))?.behaviours;

const fits = (when: z.infer<typeof Rule>['when'], { unit, actionId, caseNumber, step, subject }: StepDelivery): boolean => {
  const facts = { unit, actionId, caseNumber, step, subjectName: subject?.name };
  return (
    (when.unit ?? facts.unit) === facts.unit &&
    (when.actionId ?? facts.actionId) === facts.actionId &&
    (when.caseNumber ?? facts.caseNumber) === facts.caseNumber &&
    (when.step ?? facts.step) === facts.step &&
    (when.subjectName ?? facts.subjectName) === facts.subjectName
  );
};
