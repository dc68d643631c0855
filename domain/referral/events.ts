import type { Instant } from '../calendar/instant.ts';
import type { LegalClock } from '../time-limit/legal-clock.ts';
import type { ReferralFile } from './referral.ts';

/** Everything that can happen to a referral, in the order of the chain. `heard` names the report it was learnt from. */
export type ReferralEvent = { readonly at: Instant } & (
  | { readonly type: 'ReferralOpened'; readonly file: ReferralFile }
  | {
      readonly type:
        | 'PoliceServed'
        | 'PoliceAccepted'
        | 'PoliceCalledComplex'
        | 'PoliceFiled'
        | 'PoliceDidNotFile'
        | 'PoliceSilent'
        | 'SupervisionServed'
        | 'ReasonsRequested'
        | 'ReasonsHold'
        | 'ReportNoted';
      readonly heard: string;
    }
  | { readonly type: 'NoticeToFile'; readonly heard: string; readonly clock: LegalClock }
  | { readonly type: 'PoliceIgnoredNotice' }
);

export type ReferralEventType = ReferralEvent['type'];
