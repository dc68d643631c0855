import type { Brand } from '../brand.ts';
import type { Instant } from '../calendar/instant.ts';
import type { CourtCode } from '../enforcement-case/courts.ts';
import type { LawPackId } from '../law-pack/law-pack.ts';
import type { PartyId } from '../party/party.ts';
import type { LegalClock } from '../time-limit/legal-clock.ts';

/** `<case slug>/r<n>`. */
export type ReferralNo = Brand<string, 'ReferralNo'>;

/** The five groups without which no refusal is referred. @see RJ25 3–4 */
export type EvidenceGroup = 'identity' | 'duty' | 'ability' | 'refusalActs' | 'circumstances';

export const evidenceGroups: readonly EvidenceGroup[] = ['identity', 'duty', 'ability', 'refusalActs', 'circumstances'];

/**
 * Grounds of refusal that need no fine or detention before them. The others come with the record of coercion they rest on.
 *
 * @see CrL 313; RJ24 3
 */
export type ReferralGround = 'concealsProperty' | 'transfersProperty' | 'destroysProperty' | 'refusesDelivery' | 'violenceOrThreat';

export interface ReferralFile {
  readonly referralNo: ReferralNo;
  readonly caseId: string;
  readonly debtor: PartyId;
  readonly ground: ReferralGround;
  readonly court: CourtCode;
  readonly lawPack: LawPackId;
}

/** Where the chain stands. */
export type ReferralStanding =
  | 'prepared'
  | 'withPolice'
  | 'policeSilent'
  | 'notFiled'
  | 'supervisionAsked'
  | 'noticeToFile'
  | 'policeIgnoreNotice'
  | 'filed'
  | 'reasonsHold';

/**
 * A refusal to perform on its way to the police. The chain is its only business: what it asks of police and procuratorate goes out as
 * assistance requests like everything else, and comes back as their reports.
 *
 * @see CrL 313; RJ25 5; CrPL 113; PSR 182
 */
export interface Referral {
  readonly file: ReferralFile;
  readonly openedAt: Instant;
  readonly standing: ReferralStanding;
  /** After a notice to file: fifteen days for the police to file. */
  readonly filingClock?: LegalClock;
  readonly heard: readonly string[];
}

export const isChainOver = (standing: ReferralStanding): boolean => standing === 'filed' || standing === 'reasonsHold';

export const isOver = (referral: Referral): boolean => isChainOver(referral.standing);

/** What the chain tells its case. `asksSupervision` draws up the letter to the procuratorate. */
export interface ReferralReport {
  readonly referralNo: ReferralNo;
  readonly upTo: number;
  readonly at: Instant;
  readonly standing: ReferralStanding;
  readonly asksSupervision: boolean;
}
