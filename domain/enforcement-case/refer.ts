import type { Instant } from '../calendar/instant.ts';
import type { PartyId } from '../party/party.ts';
import { evidenceGroups, isChainOver, type ReferralGround, type ReferralNo } from '../referral/referral.ts';
import { err, ok, type Result } from '../result.ts';
import type { Actor, CaseRefusal } from './acts.ts';
import type { EnforcementCase, ReferralOfCase } from './case.ts';
import type { CaseEvent } from './events.ts';
import type { Purpose } from './proposal.ts';

/**
 * Refers a debtor's refusal to the police. Refused by name while one of the five evidence groups is empty: a bundle with a hole comes
 * back, and the debtor gains the time.
 *
 * @see CrL 313; RJ25 3–4
 */
export const refer = (
  book: EnforcementCase,
  debtor: PartyId,
  ground: ReferralGround,
  actor: Actor,
  at: Instant,
): Result<readonly CaseEvent[], CaseRefusal> => {
  if (actor.level !== 'judge') return err({ kind: 'notYourSignature', level: 'judge' });
  if (!book.file.parties.some(({ partyId, role }) => partyId === debtor && role === 'debtor'))
    return err({ kind: 'notADebtor', party: debtor });
  if (book.referrals.some((known) => known.debtor === debtor && isUnderWay(book, known))) return err({ kind: 'alreadyReferred' });
  const groups = evidenceGroups.filter((group) => !book.evidence.some((piece) => piece.debtor === debtor && piece.group === group));
  if (groups.length > 0) return err({ kind: 'evidenceMissing', groups });
  const referralNo = `${book.file.caseId}/r${book.counted.referrals + 1}` as ReferralNo;
  return ok([
    { type: 'ReferralStarted', at, referralNo, debtor, ground },
    { type: 'PlanAsked', at, planning: { trigger: 'refusalReferred', subjects: [debtor], properties: [], referral: referralNo } },
  ]);
};

/** A referral whose letter was declined, or that nobody could be asked to take, does not bar a new one. */
const isUnderWay = (book: EnforcementCase, { referralNo, standing }: ReferralOfCase): boolean =>
  !isChainOver(standing) &&
  (standing !== 'prepared' ||
    book.planning.some(({ referral }) => referral === referralNo) ||
    book.requests.some(({ referral }) => referral === referralNo) ||
    book.proposals.some(({ purpose }) => servesReferral(purpose, referralNo)));

/** Whether what is drawn up is a request of that referral. */
export const servesReferral = (purpose: Purpose, referralNo: ReferralNo): boolean =>
  purpose.kind === 'request' && purpose.file.reportTo.some((to) => to === `referral/${referralNo}`);
