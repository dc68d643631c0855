import fc from 'fast-check';
import type { Answer } from '../../../domain/assistance/answer.ts';
import { dateOf, addMs } from '../../../domain/calendar/instant.ts';
import type { Actor, CaseAct } from '../../../domain/enforcement-case/acts.ts';
import type { Fen } from '../../../domain/claim/money.ts';
import type { Story } from '../../support/story.ts';
import { aDebtor, aHouse, allEvidence, allSign, clerk, filed, head, judge, president, theDebtor } from './court-of-chuxiong.ts';

type Happening = (court: Story) => void;

const act =
  (by: Actor, deed: (court: Story) => CaseAct | undefined): Happening =>
  (court) => {
    const done = deed(court);
    if (done !== undefined) court.acts(by, done);
  };

const pick = <Value>(values: readonly Value[], n: number): Value | undefined => values[n % Math.max(1, values.length)];

/** The later a request began, the oftener something happens to it. */
const someOf = (court: Story, n: number) => pick(court.case().state().requests.toReversed(), n < 6 ? 0 : n - 5);

/** What a unit of that kind might say, in force from now for so many days. */
const answers = (actionId: string, court: Story, days: number): readonly Answer[] => {
  const now = court.now();
  const seal = (lineNo: number, standing: 'inForce' | 'waiting') =>
    ({ lineNo, standing, registrationNo: 'cf', rank: 1, effectiveAt: now, endsAt: addMs(now, days * 86_400_000) }) as const;
  const common: readonly Answer[] = [{ kind: 'refused' }, { kind: 'returned', missing: 'document' }, { kind: 'reviewSuggested' }];
  switch (actionId) {
    case 'C14-1':
      return [{ kind: 'records', properties: [aHouse(1), aHouse(2)] }, { kind: 'noRecord' }, ...common];
    case 'C14-2':
      return [
        { kind: 'registered', lines: [seal(1, 'inForce'), seal(2, 'waiting')] },
        { kind: 'registered', lines: [seal(2, 'inForce')] },
        { kind: 'promoted', lines: [seal(2, 'inForce')] },
        { kind: 'renewed', lines: [seal(1, 'inForce'), seal(2, 'inForce')] },
        { kind: 'lifted', lines: [1] },
        { kind: 'lifted', lines: [1, 2] },
        { kind: 'markCleared', lines: [1, 2] },
        { kind: 'notControlled' },
        ...common,
      ];
    case 'C08-1':
      return [{ kind: 'caseComplex' }, { kind: 'caseFiled' }, { kind: 'caseNotFiled' }, ...common];
    case 'C09-2':
      return [{ kind: 'reasonsRequested' }, { kind: 'noticeToFile' }, { kind: 'reasonsHold' }, ...common];
    case 'C01-1':
      return [{ kind: 'urged', result: 'unwilling' }, ...common];
    default:
      return [{ kind: 'noRecord' }, ...common];
  }
};

const says = fc.tuple(fc.nat(9), fc.nat(11), fc.integer({ min: 2, max: 1200 })).map(([which, what, days]): Happening => (court) => {
  const request = someOf(court, which);
  const answer = request === undefined ? undefined : pick(answers(request.actionId, court, days), what);
  if (request !== undefined && answer !== undefined) court.says(request.requestNo.split('/')[1] ?? '', answer);
});

const signer = fc.constantFrom(judge, head, president, clerk);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.oneof(fc.nat(10), fc.integer({ min: 11, max: 700 })).map(
      (days): Happening =>
        (court) =>
          void court.daysPass(days),
    ),
  },
  { weight: 6, arbitrary: says },
  { weight: 5, arbitrary: fc.constant<Happening>((court) => void allSign(court)) },
  { weight: 2, arbitrary: signer.map((by) => act(by, () => ({ kind: 'approve', proposals: 'all' }))) },
  {
    weight: 1,
    arbitrary: fc.tuple(signer, fc.nat(9)).map(([by, n]) =>
      act(by, (court) => {
        const proposal = pick(court.case().state().proposals, n)?.proposalId;
        return proposal === undefined ? undefined : { kind: 'decline', proposal, reasonId: 'n-1' };
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(3_000_000, 12_000_000)
      .map((fen) => act(clerk, (court) => ({ kind: 'recordPayment', amount: fen as Fen, receivedOn: dateOf(court.now()) }))),
  },
  {
    weight: 1,
    arbitrary: fc.nat(9).map((n) =>
      act(judge, (court) => {
        const requestNo = someOf(court, n)?.requestNo;
        return requestNo === undefined ? undefined : { kind: 'lift', requestNo, ground: 'applicantConsents', reasonId: 'n-1' };
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Happening>(
      (court) => void allEvidence(court).acts(judge, { kind: 'refer', debtor: theDebtor, ground: 'concealsProperty' }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant(
      act(clerk, (court) => {
        const paperId = court.case().state().unserved[0]?.paper.paperId;
        return paperId === undefined ? undefined : { kind: 'recordService', paperId, manner: 'direct', servedAt: court.now() };
      }),
    ),
  },
  { weight: 2, arbitrary: fc.constant(act(judge, () => ({ kind: 'close', mode: 'performed' }))) },
);

/** How far the case had come: filed against anybody or a deputy, or two houses sealed for so many days. */
type Beginning = 'debtor' | 'deputy' | { readonly sealedFor: number };

interface Life {
  readonly beginning: Beginning;
  readonly happenings: readonly Happening[];
}

/** Any case with any life: its debtor may be a deputy, own two houses, hide or pay. */
export const anyCase: fc.Arbitrary<Life> = fc.record({
  beginning: fc.oneof(
    fc.constantFrom('debtor' as const, 'deputy' as const),
    fc.integer({ min: 2, max: 1096 }).map((sealedFor) => ({ sealedFor })),
    fc.integer({ min: 2, max: 60 }).map((sealedFor) => ({ sealedFor })),
  ),
  happenings: fc.array(happening, { maxLength: 30, size: 'max' }),
});

const begin = (beginning: Beginning): Story => {
  if (beginning === 'debtor') return filed();
  if (beginning === 'deputy') return filed(aDebtor({ deputy: { level: 'county', unit: 'cx-congress' } }));
  const court = allSign(filed()).says('C04-1', { kind: 'noRecord' });
  allSign(court.says('C14-1', { kind: 'records', properties: [aHouse(1), aHouse(2)] }));
  const [registered] = answers('C14-2', court, beginning.sealedFor);
  return registered === undefined ? court : court.says('C14-2', registered);
};

/** Plays a case; `after` looks at it after each happening. */
export const live = ({ beginning, happenings }: Life, after: (court: Story) => void): Story => {
  const court = begin(beginning);
  for (const happen of happenings) {
    happen(court);
    court.daysPass(0);
    after(court);
  }
  return court;
};
