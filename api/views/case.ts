import type { z } from 'zod';
import { dateOf, type Instant } from '../../domain/calendar/instant.ts';
import { balanceOn } from '../../domain/claim/ledger.ts';
import { caseNumberOfSlug } from '../../domain/enforcement-case/case-number.ts';
import type { EnforcementCase } from '../../domain/enforcement-case/case.ts';
import { courtWithCode } from '../../domain/enforcement-case/courts.ts';
import type { PartyFlags } from '../../domain/party/party.ts';
import type { CaseDossier } from '../../domain/ports/dossier.ts';
import type { CaseRow, RequestRow } from '../../domain/ports/reader.ts';
import { moneyOf } from '../contract/fields.ts';
import type { BalanceView, CaseSummary, CaseView, DutyView, PartyView, ReferralView } from '../contract/views.ts';
import { clockView } from './clock.ts';
import type { Names } from './names.ts';
import { proposalView } from './proposal.ts';
import { measuresOf, paperRefView, requestView } from './request.ts';
import { dutyInWords, groundInWords, referralInWords, roleInWords } from './words.ts';

/** A line of a list of cases: where it stands, and no name. */
export const caseSummary = ({ caseId, court, handler, phase, awaiting, details, ended, dueAt }: CaseRow): z.input<typeof CaseSummary> => ({
  caseId,
  caseNumber: caseNumberIn(caseId),
  court,
  handler,
  phase,
  awaiting,
  details,
  ended,
  ...(dueAt !== undefined && { nextDueAt: dueAt }),
});

/** The whole case as it stands today, for whoever works on it; without words on persons for whoever only watches. */
export const caseView = (
  row: CaseRow,
  requests: readonly RequestRow[],
  words: CaseDossier | undefined,
  names: Names,
  now: Instant,
): z.input<typeof CaseView> => {
  const { state } = row;
  return {
    ...caseSummary(row),
    courtName: courtWithCode(row.court)?.name ?? row.court,
    status: state.status,
    lawPack: state.file.lawPack,
    appliedOn: state.file.appliedOn,
    filedAt: state.filedAt,
    ...(state.status === 'satisfied' && { satisfiedAt: state.satisfiedAt }),
    ...(state.status === 'closed' && { closedAt: state.closedAt }),
    line: row.line,
    ...(words !== undefined && { instrument: { ...words.instrument } }),
    parties: state.file.parties.map((party) => partyView(party, names)),
    balance: balanceView(state, now),
    payments: state.payments.map(({ paymentNo, at, amount }) => ({ paymentNo, at, amount: moneyOf(amount) })),
    proposals: state.proposals.map((proposal) => proposalView(proposal, state, names)),
    requests: requests.map((request) => requestView(request, names)),
    measures: requests.flatMap((request) => measuresOf(request, names)),
    duties: dutiesOf(state),
    referrals: referralsOf(state),
    unserved: state.unserved.map(({ paper, debtor }) => ({ ...paperRefView(paper), debtor })),
  };
};

export const balanceView = ({ file, payments }: EnforcementCase, now: Instant): z.input<typeof BalanceView> => {
  const on = dateOf(now);
  const { costs, ordinaryInterest, principal, doubledInterest, total } = balanceOn(file.claim, payments, on);
  return {
    on,
    costs: moneyOf(costs),
    ordinaryInterest: moneyOf(ordinaryInterest),
    principal: moneyOf(principal),
    doubledInterest: moneyOf(doubledInterest),
    total: moneyOf(total),
  };
};

const partyView = ({ partyId, role, kind, represents, deputy }: PartyFlags, names: Names): z.input<typeof PartyView> => {
  const words = names.party(partyId);
  return {
    partyId,
    role,
    roleTitle: roleInWords[role],
    kind,
    ...(represents !== undefined && { represents }),
    ...(deputy !== undefined && { deputy: seatView(deputy, names) }),
    ...(words !== undefined && { name: words.name, idType: words.idType, idNo: words.idNo }),
    ...(words?.address !== undefined && { address: words.address }),
  };
};

const seatView = ({ level, unit }: NonNullable<PartyFlags['deputy']>, names: Names) =>
  unit === undefined ? { level } : { level, unit, unitName: names.unit(unit) };

const dutiesOf = ({ duties }: EnforcementCase): z.input<typeof DutyView>[] =>
  duties.map(({ limitId, status, debtor, clock }) => ({
    limitId,
    status,
    statusTitle: dutyInWords[status],
    ...(debtor !== undefined && { debtor }),
    clock: clockView(clock),
  }));

const referralsOf = ({ referrals }: EnforcementCase): z.input<typeof ReferralView>[] =>
  referrals.map(({ referralNo, debtor, ground, standing }) => ({
    referralNo,
    debtor,
    ground,
    groundTitle: groundInWords[ground],
    standing,
    details: referralInWords[standing],
  }));

const caseNumberIn = (caseId: string): string => {
  const caseNumber = caseNumberOfSlug(caseId);
  return caseNumber.ok ? caseNumber.value : caseId;
};
