import { earliest, type Instant } from '../calendar/instant.ts';
import { assertNever } from '../result.ts';
import type { ReferralEvent } from './events.ts';
import { isOver, type Referral, type ReferralReport, type ReferralStanding } from './referral.ts';

type Opening = Extract<ReferralEvent, { readonly type: 'ReferralOpened' }>;

export const replayReferral = ([opening, ...rest]: readonly ReferralEvent[]): Referral => {
  if (opening?.type !== 'ReferralOpened') throw new Error('A referral begins with ReferralOpened');
  return rest.reduce(evolveReferral, openReferral(opening));
};

const openReferral = ({ file, at }: Opening): Referral => ({ file, openedAt: at, standing: 'prepared', heard: [] });

/** What one recorded event makes of the chain. */
export const evolveReferral = (referral: Referral, event: ReferralEvent): Referral => {
  const heard = 'heard' in event ? [...referral.heard, event.heard].slice(-20) : referral.heard;
  switch (event.type) {
    case 'ReferralOpened':
      return openReferral(event);
    case 'NoticeToFile':
      return { ...referral, heard, standing: 'noticeToFile', filingClock: event.clock };
    case 'PoliceServed':
    case 'PoliceFiled':
    case 'PoliceDidNotFile':
    case 'PoliceSilent':
    case 'SupervisionServed':
    case 'ReasonsHold':
    case 'PoliceIgnoredNotice':
      return { ...referral, heard, standing: furthest(referral.standing, standingAfter[event.type]) };
    case 'PoliceAccepted':
    case 'PoliceCalledComplex':
    case 'ReasonsRequested':
    case 'ReportNoted':
      return { ...referral, heard };
    default:
      return assertNever(event);
  }
};

const standingAfter = {
  PoliceServed: 'withPolice',
  PoliceFiled: 'filed',
  PoliceDidNotFile: 'notFiled',
  PoliceSilent: 'policeSilent',
  SupervisionServed: 'supervisionAsked',
  ReasonsHold: 'reasonsHold',
  PoliceIgnoredNotice: 'policeIgnoreNotice',
} as const satisfies Partial<Record<ReferralEvent['type'], ReferralStanding>>;

/** The chain only goes forward: a refusal that arrives after the procuratorate was asked does not ask it again. */
const furthest = (standing: ReferralStanding, next: ReferralStanding): ReferralStanding =>
  (next === 'policeSilent' || next === 'notFiled' || next === 'withPolice') && afterPolice.has(standing) ? standing : next;

const afterPolice: ReadonlySet<ReferralStanding> = new Set(['supervisionAsked', 'noticeToFile', 'policeIgnoreNotice']);

export const dueOfReferral = (referral: Referral): Instant | undefined =>
  referral.standing === 'noticeToFile' && !isOver(referral) ? earliest(referral.filingClock?.dueAt) : undefined;

/** What the events of one turn tell the case. Silence and refusal alike ask for the procuratorate. @see RJ25 5; PSR 182 */
export const reportOfReferral = (referral: Referral, events: readonly ReferralEvent[], upTo: number): ReferralReport | undefined => {
  const last = events.at(-1);
  if (last === undefined || events.every(({ type }) => type === 'ReportNoted')) return undefined;
  const asksSupervision = events.some(({ type }) => type === 'PoliceSilent' || type === 'PoliceDidNotFile');
  return { referralNo: referral.file.referralNo, upTo, at: last.at, standing: referral.standing, asksSupervision };
};
