import { z } from 'zod';
import { RequestView } from '../../api/contract/views.ts';
import { addMs, dateOf } from '../../domain/calendar/instant.ts';
import type { SigningLevel } from '../../domain/paper/paper.ts';
import type { Counter, Visitor } from './counter.ts';
import { isDaysAgo, type Seen } from './seen.ts';
import type { Occasion, Story } from './stories.ts';

/** A case somebody has before him, with the story that is played in it. */
export interface CaseInHand {
  readonly story: Story;
  readonly seen: Seen;
}

/** Signs whatever waits for a signature of that level. */
const sign = async (visitor: Visitor, level: SigningLevel, { book }: Seen): Promise<void> => {
  const isAwaited = book.proposals.some(({ papers }) => papers.some(({ awaits }) => awaits === level));
  if (isAwaited) await visitor.act(`/cases/${book.caseId}/approvals`, { proposals: 'all' });
};

export const headOfBureau = async (counter: Counter, { seen }: CaseInHand): Promise<void> =>
  sign(counter.as('head-yi'), 'bureauHead', seen);

/** Signs, answers what units object, refers a refusal once its evidence is complete, and closes what is fully performed and undone. */
export const judge = async (counter: Counter, { seen, story }: CaseInHand): Promise<void> => {
  const visitor = counter.as('judge-jia');
  const { book } = seen;
  const path = `/cases/${book.caseId}`;
  await sign(visitor, 'judge', seen);
  for (const { requestNo, reviews } of book.requests)
    for (const { replyNo } of reviews) await visitor.act(`/requests/${requestNo}/review-answers`, { replyNo, decision: 'maintained' });
  for (const occasion of story.occasions(seen))
    if (occasion.kind === 'refusal') await visitor.act(`${path}/referrals`, { debtor: debtorIn(seen), ground: occasion.ground });
  if (book.status !== 'satisfied') return;
  const { closable } = await visitor.read(`${path}/closing`, z.object({ closable: z.boolean() }));
  if (closable) await visitor.act(`${path}/closing`, { mode: 'performed' });
};

/** Serves on the debtor what was signed for him, and has a paper brought again that no unit has taken. */
export const clerk = async (counter: Counter, { seen }: CaseInHand): Promise<void> => {
  const visitor = counter.as('clerk-ding');
  const { book, now } = seen;
  const servedAt = addMs(now, -30 * 60_000);
  for (const { paperId } of book.unserved) await visitor.act(`/cases/${book.caseId}/services`, { paperId, manner: 'direct', servedAt });
  for (const { requestNo, awaiting } of book.requests) if (awaiting === 'clerk') await visitor.act(`/requests/${requestNo}/service`, {});
};

/** Takes in what is brought to the court: money and evidence. */
export const courtCounter = async (counter: Counter, { seen, story }: CaseInHand): Promise<void> => {
  for (const occasion of story.occasions(seen)) await takeIn(counter.as('clerk-ding'), occasion, seen);
};

const takeIn = async (visitor: Visitor, occasion: Occasion, seen: Seen): Promise<void> => {
  const path = `/cases/${seen.book.caseId}`;
  switch (occasion.kind) {
    case 'pays':
      return visitor.act(`${path}/payments`, { amountFen: occasion.amountFen, receivedOn: dateOf(seen.now) });
    case 'evidence': {
      const { group, title, content } = occasion;
      return visitor.act(`${path}/evidence`, { group, title, content: Buffer.from(content).toString('base64'), debtor: debtorIn(seen) });
    }
    case 'refusal':
      return undefined;
  }
};

const debtorIn = ({ book }: Seen): string | undefined => book.parties.find(({ role }) => role === 'debtor')?.partyId;

/** The office reads its list every morning: which requests of these cases stand on it. */
export const office = async (counter: Counter, cases: readonly CaseInHand[]): Promise<readonly string[]> => {
  const List = z.object({ entries: z.array(z.object({ requestNo: z.string() })) });
  const { entries } = await counter.as('office-xin').read('/office/list', List);
  return entries.map(({ requestNo }) => requestNo).filter((requestNo) => requestsIn(cases).includes(requestNo));
};

/** An answer that a liaison officer gave for his unit. */
export interface LiaisonAnswer {
  readonly requestNo: string;
  readonly stepNo: string;
  readonly replyNo: string;
}

/** The liaison officer of the congress answers what the office has taken up with it three days before. */
export const liaison = async (counter: Counter, cases: readonly CaseInHand[]): Promise<readonly LiaisonAnswer[]> => {
  const officer = counter.as('liaison-cxs-congress');
  const due = cases.filter(({ seen }) => isDaysAgo(3, seen, 'ReportedToOffice'));
  if (due.length === 0) return [];
  const own = await officer.readAll(`/units/${congress}/requests`, RequestView);
  const answers: LiaisonAnswer[] = [];
  for (const { requestNo, openStep } of own.filter(({ requestNo: asked }) => requestsIn(due).includes(asked))) {
    if (openStep === undefined) continue;
    const { stepNo } = openStep;
    const content = { kind: 'urged', result: 'promised', note: '已约谈该代表，本人承诺尽快履行生效法律文书确定的义务。' };
    const { key } = await officer.submit(`/requests/${requestNo}/answers`, { stepNo, content }, z.object({ replyNo: z.string() }));
    answers.push({ requestNo, stepNo, replyNo: `${congress}:${key}` });
  }
  return answers;
};

const congress = 'cxs-congress';

const requestsIn = (cases: readonly CaseInHand[]): readonly string[] =>
  cases.flatMap(({ seen }) => seen.book.requests.map(({ requestNo }) => requestNo));
