import { createHash } from 'node:crypto';
import type { StepDelivery, StepReceipt } from '../adapters/units/wire/messages.ts';
import type { Appointment, Appointments } from './appointments.ts';
import { askedIn, isPressing, slugOf, type Asked } from './asked.ts';
import { behavioursOf, intentions, type Intended } from './behaviours.ts';
import type { Book } from './book.ts';
import { chinaInstant } from './court-time.ts';
import type { Reply } from './journal.ts';
import { isToBeDoubled } from './sabotage.ts';
import { ruleFor, type Behaviour, type Script } from './script.ts';

/** What a unit's desk does with a delivery. After `received` the answers may go out, once the receipt has. */
export type Reception =
  | { readonly kind: 'received'; readonly receipt: StepReceipt; readonly slowMs: number; readonly answers: readonly Reply[] }
  | { readonly kind: 'rejected'; readonly status: number; readonly code: string }
  | { readonly kind: 'down'; readonly by: 'busy' | 'reset' };

export interface Desk {
  /** Acts once per step number, however often and however closely together it comes. Throws while the court clock is away. */
  receive(delivery: StepDelivery): Promise<Reception>;
}

export const openDesk = (book: Book, appointments: Appointments, script: () => Script): Desk => {
  const beingTaken = new Map<string, Promise<Reception>>();

  const receive = async (delivery: StepDelivery): Promise<Reception> => {
    const { stepNo } = delivery;
    const first = beingTaken.get(stepNo);
    if (first !== undefined) return first.catch(() => undefined).then(() => receive(delivery));
    if (book.step(stepNo) !== undefined) return receiveAgain(book, appointments, delivery);
    const taking = take(book, appointments, delivery, ruleFor(script(), delivery)).finally(() => beingTaken.delete(stepNo));
    beingTaken.set(stepNo, taking);
    return taking;
  };

  return {
    receive: async (delivery) =>
      needsPaper(delivery) && delivery.papers.length === 0 ? { kind: 'rejected', status: 422, code: 'noPaper' } : receive(delivery),
  };
};

/** A reminder may be a mere call; whatever else a court wants of a unit, it wants by a paper. */
const needsPaper = ({ step }: StepDelivery): boolean => step !== 'reminder';

const receiveAgain = async (book: Book, appointments: Appointments, delivery: StepDelivery): Promise<Reception> => {
  const { stepNo } = delivery;
  const known = book.step(stepNo);
  if (known === undefined || known.contentHash !== contentHashOf(delivery))
    return { kind: 'rejected', status: 409, code: 'duplicateWithOtherContent' };
  book.record({ type: 'repeated', stepNo });
  const answers = book.unsent(stepNo);
  // The first delivery may have failed between the journal and the court's due list.
  await appointments.keep(answers);
  return { kind: 'received', receipt: { ...known.receipt, repeat: true }, slowMs: 0, answers };
};

const take = (book: Book, appointments: Appointments, delivery: StepDelivery, rule: readonly Behaviour[] | undefined): Promise<Reception> =>
  appointments.decideAt<Reception>((nowMs) => {
    const asked = askedIn(delivery);
    const behaviours = behavioursOf(rule, asked);
    const down = outage(book, asked, behaviours, nowMs);
    if (down !== undefined) {
      book.record({ type: 'turnedAway', stepNo: asked.stepNo, atMs: nowMs });
      return { decision: down, due: [] };
    }
    const receipt = { stepNo: asked.stepNo, receiptNo: `hz-${slugOf(asked.stepNo)}`, receivedAt: chinaInstant(nowMs), repeat: false };
    const answers = intentions(behaviours, questionOf(book, asked), nowMs).map((intended, index) => replyOf(intended, asked, index + 1));
    const acts = isToBeDoubled(book, asked) ? 2 : 1;
    book.record({ type: 'taken', asked, contentHash: contentHashOf(delivery), receipt, acts, replies: [...answers] });
    return {
      decision: { kind: 'received', receipt, slowMs: slownessIn(behaviours), answers },
      due: answers satisfies readonly Appointment[],
    };
  });

const outage = (book: Book, { stepNo }: Asked, behaviours: readonly Behaviour[], nowMs: number): Reception | undefined => {
  const down = behaviours.flatMap((behaviour) => ('down' in behaviour ? [behaviour.down] : []))[0];
  if (down === undefined) return undefined;
  const { times, firstMs } = book.turnedAway(stepNo) ?? { times: 0, firstMs: nowMs };
  const isDown = 'attempts' in down ? times < down.attempts : nowMs - firstMs < down.forMs;
  return isDown ? { kind: 'down', by: down.by ?? 'busy' } : undefined;
};

const slownessIn = (behaviours: readonly Behaviour[]): number =>
  behaviours.reduce((slowest, behaviour) => ('slowMs' in behaviour ? Math.max(slowest, behaviour.slowMs) : slowest), 0);

/** What a reminder or order presses for is what the unit was first asked. */
const questionOf = (book: Book, asked: Asked): Asked =>
  isPressing(asked) ? (book.step(asked.originalStepNo ?? '')?.asked ?? { ...asked, step: 'service' }) : asked;

/** The answer names the step that asked, also when it took a reminder or an order to get it. */
const replyOf = (intended: Intended, asked: Asked, ordinal: number): Reply => {
  const { stepNo, requestNo } = asked;
  const unit = intended.fromUnit ?? asked.unit;
  const answeredAt = chinaInstant(intended.dueMs);
  const replyNo = `${unit}-${answeredAt.slice(0, 10).replaceAll('-', '')}-${slugOf(stepNo)}-${ordinal}`;
  const answered = isPressing(asked) ? (asked.originalStepNo ?? stepNo) : stepNo;
  return {
    id: `sim:${stepNo}:${ordinal}`,
    stepNo,
    dueMs: intended.dueMs,
    times: intended.times,
    badSignature: intended.badSignature,
    message: { unit, replyNo, requestNo, stepNo: answered, answeredAt, content: intended.content },
  };
};

/** A repeat may say anew when it was sent; nothing else of it may differ. */
const contentHashOf = (delivery: StepDelivery): string =>
  createHash('sha256')
    .update(JSON.stringify({ ...delivery, sentAt: '' }))
    .digest('hex');
