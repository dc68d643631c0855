import fc from 'fast-check';
import type { Answer, RegisteredLine } from '../../../domain/assistance/answer.ts';
import type { Instruction, RequestAct } from '../../../domain/assistance/messages.ts';
import { actionOf, type Action, type ActionId } from '../../../domain/catalogue/index.ts';
import { addMs, type Instant } from '../../../domain/calendar/instant.ts';
import type { Channel } from '../../../domain/unit/unit.ts';
import { story, type Messenger, type Story } from '../../support/story.ts';
import { aRequestFile, papersOf, theOrder } from './request-file.ts';

/** One thing that may happen in the life of a request, sensible or not. */
type Happening =
  | { readonly kind: 'daysPass'; readonly days: number }
  | { readonly kind: 'says'; readonly answer: Say; readonly replyNo: string; readonly unit?: string }
  | { readonly kind: 'told'; readonly instruction: Instruction }
  | { readonly kind: 'does'; readonly act: RequestAct }
  | { readonly kind: 'reach'; readonly messenger: Messenger };

const days = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }) }, fc.integer({ min: 13, max: 900 }));

const lineNo = fc.integer({ min: 1, max: 3 });

const line = (now: Instant): fc.Arbitrary<RegisteredLine> =>
  fc.record(
    {
      lineNo,
      standing: fc.constantFrom('inForce' as const, 'waiting' as const),
      registrationNo: fc.constant('cf-1'),
      rank: fc.integer({ min: 1, max: 4 }),
      effectiveAt: fc.constant(now),
      endsAt: fc
        .oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 41, max: 1500 }))
        .map((length) => addMs(now, length * 86_400_000)),
    },
    { requiredKeys: ['lineNo', 'standing', 'registrationNo', 'rank'] },
  );

const someMoment = '2026-03-02T09:00:00.000+08:00' as Instant;

type Say = (now: Instant) => Answer;

const plain = (...answers: readonly Answer[]): fc.Arbitrary<Say> => fc.constantFrom(...answers).map((said) => () => said);

const entered: fc.Arbitrary<Say> = fc
  .tuple(
    fc.constantFrom('registered' as const, 'registered' as const, 'promoted' as const, 'renewed' as const),
    fc.array(line(someMoment), { minLength: 1, maxLength: 3 }),
  )
  .map(([kind, lines]) => (now) => ({ kind, lines: lines.map((one) => movedTo(one, now)) }));

const undone: fc.Arbitrary<Say> = fc
  .tuple(fc.constantFrom('lifted' as const, 'markCleared' as const), fc.array(lineNo, { minLength: 1, maxLength: 3 }))
  .map(([kind, lines]) => () => ({ kind, lines }));

const objection = plain(
  { kind: 'reviewSuggested' },
  { kind: 'returned', missing: 'document' },
  { kind: 'identityMismatch' },
  { kind: 'refused' },
);

/** What such a unit would say. */
const fitting: Record<Action['kind'], fc.Arbitrary<Say>> = {
  query: plain({ kind: 'records', properties: [] }, { kind: 'noRecord' }),
  control: fc.oneof({ weight: 4, arbitrary: entered }, { weight: 3, arbitrary: undone }, plain({ kind: 'notControlled' })),
  urge: plain({ kind: 'urged', result: 'promised' }, { kind: 'noted' }),
  criminal: plain(
    { kind: 'caseAccepted' },
    { kind: 'caseComplex' },
    { kind: 'caseFiled' },
    { kind: 'caseNotFiled' },
    { kind: 'reasonsRequested' },
    { kind: 'noticeToFile' },
    { kind: 'reasonsHold' },
  ),
};

const answerOf = (kind: Action['kind']): fc.Arbitrary<Say> =>
  fc.oneof({ weight: 6, arbitrary: fitting[kind] }, { weight: 3, arbitrary: objection }, fc.oneof(...Object.values(fitting)));

/** The same line entered at another moment. */
const movedTo = (one: RegisteredLine, now: Instant): RegisteredLine => ({
  ...one,
  ...(one.effectiveAt !== undefined && { effectiveAt: now }),
  ...(one.endsAt !== undefined && { endsAt: addMs(now, Date.parse(one.endsAt) - Date.parse(someMoment)) }),
});

const signed = (kind: 'renew' | 'lift' | 'clear' | 'endUrging'): Instruction => ({ kind, papers: papersOf('liftNotice') });

const order: Instruction = { kind: 'order', paper: theOrder };

/** What such a case would order, and sometimes what none would. */
const instructionOf = (kind: Action['kind']): fc.Arbitrary<Instruction> =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: kind === 'control' ? fc.constantFrom(order, signed('renew'), signed('lift'), signed('clear')) : fc.constant(order),
    },
    fc.constantFrom<Instruction>(
      { kind: 'declineOrder' },
      { kind: 'withdraw' },
      { kind: 'adopt', caseId: '2027-yun2301-zhi-5', reportTo: [] },
      signed('endUrging'),
      signed('lift'),
      signed('renew'),
    ),
  );

const act: fc.Arbitrary<RequestAct> = fc.oneof(
  fc.constant({ kind: 'serveAgain' } as const),
  fc.integer({ min: 1, max: 40 }).map((n) => ({ kind: 'answerReview', replyNo: `hf-${n}`, decision: 'maintained' }) as const),
);

const happeningOf = (kind: Action['kind']): fc.Arbitrary<Happening> =>
  fc.oneof(
    { weight: 5, arbitrary: days.map((passed) => ({ kind: 'daysPass', days: passed }) as const) },
    {
      weight: 5,
      arbitrary: fc
        .tuple(answerOf(kind), fc.integer({ min: 1, max: 40 }), fc.boolean())
        .map(
          ([answer, n, other]) =>
            ({ kind: 'says', answer, replyNo: `hf-${n}`, ...(other && n > 38 && { unit: 'cx-other-unit' }) }) as const,
        ),
    },
    { weight: 3, arbitrary: instructionOf(kind).map((instruction) => ({ kind: 'told', instruction }) as const) },
    { weight: 2, arbitrary: act.map((done) => ({ kind: 'does', act: done }) as const) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('delivered' as const, 'delivered' as const, 'unreachable' as const, 'rejected' as const)
        .map((fate) => ({ kind: 'reach', messenger: () => fate }) as const),
    },
  );

const actions: readonly ActionId[] = ['C01-1', 'C04-1', 'C08-1', 'C09-2', 'C14-1', 'C14-2', 'C14-2', 'C14-2'];

export interface Life {
  readonly actionId: ActionId;
  readonly lines: number;
  readonly channels: readonly Channel[];
  readonly happenings: readonly Happening[];
}

/** Any request with any life. */
export const anyLife: fc.Arbitrary<Life> = fc.constantFrom(...actions).chain((actionId) =>
  fc.record({
    actionId: fc.constant(actionId),
    lines: fc.integer({ min: 1, max: 3 }),
    channels: fc.constantFrom<readonly Channel[]>(['rest'], ['rest', 'paper'], ['rest', 'inbox', 'paper']),
    happenings: fc.array(happeningOf(actionOf(actionId).kind), { maxLength: 30, size: 'max' }),
  }),
);

/** Plays a life; `after` looks at the request after each happening. */
export const live = ({ actionId, lines, channels, happenings }: Life, after: (court: Story) => void): Story => {
  const kind = actionOf(actionId).kind;
  const court = story('2026-03-02 09:00').asked(aRequestFile(actionId, { channels, lines: kind === 'control' ? lines : 0 }));
  for (const one of happenings) {
    happen(court, one);
    after(court);
  }
  return court;
};

const happen = (court: Story, one: Happening): void => {
  if (one.kind === 'daysPass') court.daysPass(one.days);
  if (one.kind === 'says') court.says('3', one.answer(court.now()), one.replyNo, one.unit);
  if (one.kind === 'told') court.told('3', one.instruction);
  if (one.kind === 'does') court.does('3', one.act);
  if (one.kind === 'reach') court.withMessenger(one.messenger);
  court.daysPass(0);
};
