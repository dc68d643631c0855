import { describe, expect, it } from 'vitest';
import type { AssistanceEvent } from '../../domain/assistance/events.ts';
import type { ActionId } from '../../domain/catalogue/index.ts';
import type { CaseEvent } from '../../domain/enforcement-case/events.ts';
import type { CaseInCourt } from '../support/court-case.ts';
import * as stories from '../support/court-stories.ts';
import { openCourt, type Court } from '../support/court.ts';
import { inWords } from '../support/in-words.ts';
import { differences } from '../support/legal-days.ts';
import { expectedChain, expectedDays, type Script } from '../support/oracle.ts';
import { moment } from '../support/story.ts';

/** Plays a story to its end, looks at its record, and holds engine, record, audit chain and units against each other. */
const played = async (story: stories.CourtStory, look: (court: Court, kase: CaseInCourt) => Promise<void>): Promise<void> => {
  const court = await openCourt({ script: story.script });
  try {
    const kase = await story.play(court);
    await look(court, kase);
    expect(await court.disagreements()).toEqual([]);
  } finally {
    await court.close();
  }
};

const recordOf = async (court: Court, kase: CaseInCourt, actionId: ActionId): Promise<readonly AssistanceEvent[]> =>
  (await court.recorded((await kase.request(actionId)).workflowId)) as readonly AssistanceEvent[];

const caseEvents = async (court: Court, kase: CaseInCourt, ...types: readonly CaseEvent['type'][]): Promise<readonly string[]> => {
  const events = (await court.recorded(`case/${kase.caseId}`)) as readonly CaseEvent[];
  return inWords(events.filter(({ type }) => types.includes(type)));
};

/** How the record of a request differs from what law and script say. */
const offDays = async (court: Court, kase: CaseInCourt, script: Script): Promise<readonly string[]> =>
  differences(expectedDays(script), await recordOf(court, kase, script.action));

const monday = moment('2026-03-02 09:00');

describe('on the real engine, every event falls on the day that the law gives', () => {
  it.concurrent('a house is found and sealed, the debtor performs, the seal is lifted and the case closed', () =>
    played(stories.performedAndLifted, async (court, kase) => {
      const until = moment('2026-03-10 10:00');
      const records = { says: 'records', at: moment('2026-03-03 09:00') };
      expect(await offDays(court, kase, { action: 'C04-1', servedAt: monday, unit: [records], until })).toEqual([]);
      expect(await offDays(court, kase, { action: 'C14-1', servedAt: monday, unit: [records], until })).toEqual([]);
      const seal: Script = {
        action: 'C14-2',
        servedAt: moment('2026-03-04 09:00'),
        unit: [
          { says: 'registered', at: moment('2026-03-04 21:00') },
          { says: 'lifted', at: moment('2026-03-07 21:00') },
        ],
        liftSignedAt: moment('2026-03-07 09:00'),
        until,
      };
      expect(await offDays(court, kase, seal)).toEqual([]);
      expect((await kase.row()).phase).toBe('closed');
      expect(await caseEvents(court, kase, 'PropertyFound', 'DebtSatisfied', 'DutyOverdue', 'CaseClosed')).toEqual([
        '2026-03-03 09:00 PropertyFound',
        '2026-03-07 09:00 DebtSatisfied',
        '2026-03-10 00:00 DutyOverdue T04',
        '2026-03-10 09:00 CaseClosed',
      ]);
    }),
  );

  it.concurrent('a silent unit is reminded, ordered to assist when the bureau head has signed, and found to ignore the order', () =>
    played(stories.silentUnit, async (court, kase) => {
      const script: Script = {
        action: 'C04-1',
        servedAt: monday,
        unit: [],
        orderSignedAt: moment('2026-03-13 10:00'),
        until: moment('2026-03-20 10:00'),
      };
      expect(await offDays(court, kase, script)).toEqual([]);
      expect((await kase.request('C04-1')).phase).toBe('orderIgnored');
      const order = (await court.units.log()).received.filter(({ step }) => step === 'order' || step === 'reminder');
      expect(order.map(({ step, firstAt }) => `${step} ${firstAt.slice(0, 10)}`)).toEqual(['reminder 2026-03-10', 'order 2026-03-13']);
    }),
  );

  it.concurrent('a silent congress is reminded and entered on the list of the office, and nobody orders it', () =>
    played(stories.silentCongress, async (court, kase) => {
      const script: Script = { action: 'C01-1', servedAt: monday, unit: [], until: moment('2026-05-01 10:00') };
      expect(await offDays(court, kase, script)).toEqual([]);
      expect((await court.reader.officeList()).map(({ requestNo, unit }) => [requestNo, unit])).toEqual([
        [`${kase.caseId}/1`, 'cx-congress'],
      ]);
      expect((await kase.state()).proposals.filter(({ purpose }) => purpose.kind === 'order')).toEqual([]);
    }),
  );

  it.concurrent('a refusal goes to silent police, to the procuratorate, and is filed upon its notice', () =>
    played(stories.refusedAndFiled, async (court, kase) => {
      const until = moment('2026-04-10 10:00');
      const police: Script = {
        action: 'C08-1',
        servedAt: monday,
        unit: [{ says: 'caseFiled', at: moment('2026-03-27 09:00') }],
        until,
      };
      const procuratorate: Script = {
        action: 'C09-2',
        servedAt: moment('2026-03-11 10:00'),
        unit: [
          { says: 'reasonsRequested', at: moment('2026-03-13 10:00') },
          { says: 'noticeToFile', at: moment('2026-03-20 10:00') },
        ],
        until,
      };
      expect(await offDays(court, kase, police)).toEqual([]);
      expect(await offDays(court, kase, procuratorate)).toEqual([]);
      const chain = await court.recorded(`referral/${kase.caseId}/r1`);
      expect(differences(expectedChain(police, procuratorate), chain)).toEqual([]);
      expect((await kase.state()).referrals.map(({ standing }) => standing)).toEqual(['filed']);
    }),
  );

  it.concurrent('a waiting seal has no term until it is promoted, and is lifted like any other', () =>
    played(stories.waitingAndPromoted, async (court, kase) => {
      expect(inWords(await recordOf(court, kase, 'C14-2'))).toEqual([
        '2026-03-04 09:00 RequestOpened',
        '2026-03-04 09:00 StepDecided service',
        '2026-03-04 09:00 StepDelivered service',
        '2026-03-04 21:00 AnswerReceived registered',
        '2026-03-04 21:00 MeasureRegistered 1',
        '2026-03-04 21:00 ExchangeClosed service',
        '2026-06-12 09:00 AnswerReceived promoted',
        '2026-06-12 09:00 MeasurePromoted 1',
        '2026-06-20 10:00 StepDecided lift',
        '2026-06-20 10:00 StepDelivered lift',
        '2026-06-20 22:00 AnswerReceived lifted',
        '2026-06-20 22:00 MeasureLifted 1',
        '2026-06-20 22:00 RequestEnded lifted',
      ]);
      expect((await kase.row()).phase).toBe('closed');
    }),
  );

  it.concurrent('the renewal of a seal is proposed thirty days before its end, entered in time, and the seal lives on to its lifting', () =>
    played(stories.renewedAndLifted, async (court, kase) => {
      const script: Script = {
        action: 'C14-2',
        servedAt: moment('2026-03-04 09:00'),
        unit: [
          { says: 'registered', at: moment('2026-03-04 21:00') },
          { says: 'renewed', at: moment('2029-02-06 10:00') },
          { says: 'lifted', at: moment('2031-06-02 22:00') },
        ],
        renewalSignedAt: moment('2029-02-05 10:00'),
        liftSignedAt: moment('2031-06-02 10:00'),
        until: moment('2031-06-05 11:00'),
      };
      expect(await offDays(court, kase, script)).toEqual([]);
      expect((await caseEvents(court, kase, 'ProposalDrawnUp')).filter((line) => line.includes('renewal'))).toEqual([
        '2029-02-02 09:00 ProposalDrawnUp renewal',
      ]);
      expect((await kase.row()).phase).toBe('closed');
    }),
  );
});
