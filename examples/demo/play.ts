import { z } from 'zod';
import { CaseView } from '../../api/contract/views.ts';
import { addMs, dateOf, daysBetween, type Instant } from '../../domain/calendar/instant.ts';
import type { Chronicle } from './chronicle.ts';
import type { Counter } from './counter.ts';
import { clerk, courtCounter, headOfBureau, judge, liaison, office, type CaseInHand, type LiaisonAnswer } from './people.ts';
import type { Seen } from './seen.ts';
import { nextSitting, type Sitting } from './sittings.ts';
import type { Story } from './stories.ts';

/** What the people of the play saw and did that no unit's own log can tell. */
export interface Play {
  readonly from: Instant;
  readonly to: Instant;
  readonly leaps: number;
  /** Requests that the office found on its list. */
  readonly onOfficeList: readonly string[];
  readonly liaisonAnswers: readonly LiaisonAnswer[];
}

/** No story takes so long: a case that is not over by then has got stuck. */
const mostDays = 150;

/** The clock leaps only when everything has come to rest: after this the three accounts may be compared. */
const untilAtRestMs = 60_000;

/**
 * Lets the cases live through legal time, from one sitting of somebody at the court to the next, until every story has come to its end.
 *
 * @throws when the court does not come to rest, or a story to its end
 */
export const playOut = async (counter: Counter, chronicle: Chronicle, storyOf: ReadonlyMap<string, Story>): Promise<Play> => {
  const clock = clockOf(counter);
  const from = await clock.now();
  const onOfficeList = new Set<string>();
  const liaisonAnswers: LiaisonAnswer[] = [];

  const sit = async ({ who }: Sitting, cases: readonly CaseInHand[]): Promise<void> => {
    for (const inHand of cases) await desks[who](counter, inHand);
    if (who !== 'counter') return;
    for (const requestNo of await office(counter, cases)) onOfficeList.add(requestNo);
    liaisonAnswers.push(...(await liaison(counter, cases)));
  };

  for (let sitting = nextSitting(from); ; sitting = nextSitting(sitting.at)) {
    const now = await clock.leapTo(sitting.at);
    const cases = await lookAt(counter, chronicle, storyOf, now);
    chronicle.tell(cases.map(({ seen }) => seen));
    await sit(sitting, cases);
    if (cases.every(({ seen, story }) => story.isOver(seen))) {
      const to = await clock.leapTo(addMs(now, untilAtRestMs));
      return { from, to, leaps: clock.leaps(), onOfficeList: [...onOfficeList], liaisonAnswers };
    }
    if (daysBetween(dateOf(from), dateOf(now)) > mostDays) throw new Error(`未到终局：\n${cases.flatMap(whereItHangs).join('\n')}`);
  }
};

const desks: Readonly<Record<Sitting['who'], (counter: Counter, inHand: CaseInHand) => Promise<void>>> = {
  counter: courtCounter,
  judge,
  bureauHead: headOfBureau,
  clerk,
};

const lookAt = (counter: Counter, chronicle: Chronicle, storyOf: ReadonlyMap<string, Story>, now: Instant): Promise<CaseInHand[]> =>
  Promise.all(
    [...storyOf].map(async ([caseId, story]) => {
      const [book, happenings] = await Promise.all([counter.as('judge-jia').read(`/cases/${caseId}`, CaseView), chronicle.read(caseId)]);
      const seen: Seen = { now, book, happenings };
      return { story, seen };
    }),
  );

const whereItHangs = ({ seen, story }: CaseInHand): readonly string[] =>
  story.isOver(seen) ? [] : [`  ${seen.book.caseNumber} ${story.title}：${seen.book.details}`, ...seen.book.requests.map(openRequest)];

const openRequest = ({ details }: Seen['book']['requests'][number]): string => `    ${details}`;

const Now = z.object({ now: z.string().transform((text) => text as Instant) });
const Leap = Now.extend({ leaps: z.number(), waitingFor: z.array(z.string()) });

const clockOf = (counter: Counter) => {
  const visitor = counter.as('judge-jia');
  let leaps = 0;
  const leapTo = async (to: Instant): Promise<Instant> => {
    const { answer } = await visitor.submit('/clock/leap', { to }, Leap);
    leaps += answer.leaps;
    if (answer.waitingFor.length > 0) throw new Error(`法院时钟无法推进，仍在等待：${answer.waitingFor.join('；')}`);
    return answer.now;
  };
  return { now: async () => (await visitor.read('/clock', Now)).now, leapTo, leaps: () => leaps };
};
