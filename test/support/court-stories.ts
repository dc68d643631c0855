import type { CaseInCourt } from './court-case.ts';
import { aHouse } from './court-register.ts';
import type { Rule } from './court-units.ts';
import type { Court } from './court.ts';

/**
 * Whole stories that more than one test plays: what the units do, and what the persons of the court do on which day. Each begins on
 * Monday 2 March 2026, so that every day can be checked with a wall calendar.
 */
export interface CourtStory {
  readonly script: readonly Rule[];
  /** `amid` is what else happens while something is being done; nothing, unless given. */
  readonly play: (court: Court, amid?: Amid) => Promise<CaseInCourt>;
}

export type Amid = <Value>(deed: () => Promise<Value>) => Promise<Value>;

const undisturbed: Amid = (deed) => deed();

const answers = (actionId: string, ...behaviours: Rule['behaviours']): Rule => ({ when: { actionId, step: 'service' }, behaviours });
const silent: Rule = { when: {}, behaviours: [{ silent: true }] };

const aHouseIsFound = answers('C14-1', { reply: { kind: 'records', properties: [aHouse()] }, afterDays: 1 });

type Flags = Parameters<Court['files']>[0];

const approvedByJudge = async (court: Court, flags?: Flags, amid = undisturbed): Promise<CaseInCourt> => {
  const kase = await amid(() => court.files(flags));
  await court.rests();
  await amid(() => kase.approvedBy('judge'));
  await court.rests();
  return kase;
};

/** A house is found and sealed, the debtor pays, the seal is lifted and confirmed, the case is closed. */
export const performedAndLifted: CourtStory = {
  script: [aHouseIsFound],
  play: async (court, amid) => {
    const kase = await sealed(court, amid);
    await court.letDaysPass(3);
    await performs(court, kase, amid);
    return kase;
  },
};

const sealed = async (court: Court, amid = undisturbed): Promise<CaseInCourt> => {
  const kase = await approvedByJudge(court, undefined, amid);
  await amid(() => court.letDaysPass(2));
  await amid(() => kase.approvedBy('judge'));
  await amid(() => kase.approvedBy('bureauHead'));
  await court.rests();
  return kase;
};

const performs = async (court: Court, kase: CaseInCourt, amid = undisturbed): Promise<void> => {
  await amid(() => kase.paysAll());
  await court.rests();
  await amid(() => kase.approvedBy('judge'));
  await amid(() => kase.approvedBy('bureauHead'));
  await amid(() => court.letDaysPass(3));
  await amid(() => kase.closes());
  await court.rests();
};

/** The social insurance office never answers: reminded, ordered, and the order ignored. */
export const silentUnit: CourtStory = {
  script: [answers('C14-1', { reply: { kind: 'noRecord' }, afterDays: 1 }), silent],
  play: async (court) => {
    const kase = await approvedByJudge(court);
    await court.leapsTo('2026-03-13 10:00');
    await kase.approvedBy('bureauHead');
    await court.leapsTo('2026-03-20 10:00');
    return kase;
  },
};

/** The debtor sits in the county's congress, which never answers: reminded, and then a matter of the office, never of an order. */
export const silentCongress: CourtStory = {
  script: [answers('C14-1', { reply: { kind: 'noRecord' } }), answers('C04-1', { reply: { kind: 'noRecord' } }), silent],
  play: async (court) => {
    const kase = await approvedByJudge(court, { deputy: { level: 'county', unit: 'cx-congress' } });
    await kase.approvedBy('bureauHead');
    await court.leapsTo('2026-05-01 10:00');
    return kase;
  },
};

/** The debtor hides what he has: police silent, procuratorate asked, notice to file given, and filed upon it. */
export const refusedAndFiled: CourtStory = {
  script: [
    answers('C14-1', { reply: { kind: 'noRecord' } }),
    answers('C04-1', { reply: { kind: 'noRecord' } }),
    answers('C08-1', { reply: { kind: 'caseFiled' }, afterDays: 25 }),
    answers('C09-2', { reply: { kind: 'reasonsRequested' }, afterDays: 2 }, { reply: { kind: 'noticeToFile' }, afterDays: 9 }),
  ],
  play: async (court) => {
    const kase = await approvedByJudge(court);
    await kase.attachesAllEvidence();
    await kase.refers();
    await court.rests();
    await kase.approvedBy('bureauHead');
    await court.leapsTo('2026-03-11 10:00');
    await kase.approvedBy('bureauHead');
    await court.leapsTo('2026-04-10 10:00');
    return kase;
  },
};

/** Another court was first: the seal waits, is promoted a hundred days later, and is lifted on performance. */
export const waitingAndPromoted: CourtStory = {
  script: [
    aHouseIsFound,
    answers(
      'C14-2',
      { reply: { kind: 'registered', standing: 'waiting', rank: 2 }, afterHours: 12 },
      { reply: { kind: 'promoted' }, afterDays: 100 },
    ),
  ],
  play: async (court) => {
    const kase = await sealed(court);
    await court.leapsTo('2026-06-20 10:00');
    await performs(court, kase);
    return kase;
  },
};

/** The seal nears its end after three years: its renewal is proposed, signed and entered, and it is lifted in the sixth year. */
export const renewedAndLifted: CourtStory = {
  script: [aHouseIsFound],
  play: async (court) => {
    const kase = await sealed(court);
    await court.leapsTo('2029-02-05 10:00');
    await kase.approvedBy('judge', 'bureauHead');
    await court.leapsTo('2031-06-02 10:00');
    await performs(court, kase);
    return kase;
  },
};
