import type { FoundProperty } from '../../../domain/assistance/answer.ts';
import { civilDate } from '../../../domain/calendar/instant.ts';
import type { Claim } from '../../../domain/claim/claim.ts';
import { fenOf, type Fen } from '../../../domain/claim/money.ts';
import type { Actor } from '../../../domain/enforcement-case/acts.ts';
import type { CaseFile, CaseId } from '../../../domain/enforcement-case/case.ts';
import type { CourtCode } from '../../../domain/enforcement-case/courts.ts';
import { isComplete, type ProposalId, type Purpose, type StaffId } from '../../../domain/enforcement-case/proposal.ts';
import { newestLawPackId } from '../../../domain/law-pack/published-packs.ts';
import type { PropertyId } from '../../../domain/measure/measure.ts';
import type { PartyFlags, PartyId } from '../../../domain/party/party.ts';
import { evidenceGroups } from '../../../domain/referral/referral.ts';
import type { Channel, UnitCode, UnitLevel, UnitRouting } from '../../../domain/unit/unit.ts';
import { story, type Story } from '../../support/story.ts';

const unit = (code: string, duty: string, level: UnitLevel = 'county', channels: readonly Channel[] = ['rest']): UnitRouting => ({
  code: code as UnitCode,
  level,
  region: level === 'county' ? '532301' : '532300',
  duties: [duty],
  channels,
});

export const units: readonly UnitRouting[] = [
  unit('cx-congress', 'C01'),
  unit('cxz-congress', 'C01', 'prefecture'),
  unit('cx-social-insurance', 'C04'),
  unit('cx-police', 'C08'),
  unit('cx-procuratorate', 'C09'),
  unit('cxz-natural-resources', 'C14', 'prefecture'),
  unit('cx-natural-resources', 'C14'),
];

export const judge: Actor = { id: 's-judge' as StaffId, level: 'judge' };
export const head: Actor = { id: 's-head' as StaffId, level: 'bureauHead' };
export const president: Actor = { id: 's-president' as StaffId, level: 'president' };
export const clerk: Actor = { id: 's-clerk' as StaffId };

export const yuan = (amount: number): Fen => {
  const fen = fenOf(amount * 100);
  if (!fen.ok) throw new Error(`No amount: ${amount}`);
  return fen.value;
};

export const theDebtor = 'p-debtor' as PartyId;

export const aDebtor = (flags: Partial<Omit<PartyFlags, 'role' | 'represents' | 'kind'>> = {}): PartyFlags => ({
  partyId: theDebtor,
  role: 'debtor',
  kind: 'naturalPerson',
  detentionNeedsPermission: false,
  ...flags,
});

const theApplicant: PartyFlags = {
  partyId: 'p-applicant' as PartyId,
  role: 'applicant',
  kind: 'naturalPerson',
  detentionNeedsPermission: false,
};

/** One hundred thousand yuan to be paid by 31 January 2026; doubled interest is 17.50 yuan for each day after it. */
const theClaim: Claim = {
  costs: [],
  ordinaryInterest: [],
  principals: [{ itemNo: 1, amount: yuan(100_000) }],
  performBy: civilDate('2026-01-31'),
  doubledInterest: { kind: 'accrues', excluded: [] },
};

/** Case 123 of Chuxiong City Court, applied for on Friday 27 February 2026, against one debtor without special standing. */
export const aCaseFile = (debtors: readonly PartyFlags[] = [aDebtor()], claim = theClaim): CaseFile => ({
  caseId: '2026-yun2301-zhi-123' as CaseId,
  court: '云2301' as CourtCode,
  lawPack: newestLawPackId,
  handler: 's-judge' as StaffId,
  appliedOn: civilDate('2026-02-27'),
  parties: [theApplicant, ...debtors],
  claim,
});

/** Filed on Monday 2 March 2026 at nine. */
export const filed = (...debtors: readonly PartyFlags[]): Story =>
  story('2026-03-02 09:00', units).filed(debtors.length === 0 ? aCaseFile() : aCaseFile(debtors));

export const aHouse = (number = 1): FoundProperty => ({
  propertyId: `w-${number}` as PropertyId,
  type: 'realEstate',
  coOwned: false,
  mortgaged: false,
});

/** Judge and bureau head sign whatever waits for them. */
export const allSign = (court: Story): Story => {
  court.acts(judge, { kind: 'approve', proposals: 'all' });
  court.acts(head, { kind: 'approve', proposals: 'all' });
  return court;
};

/** Social insurance knows nothing of the debtor, natural resources finds a house, and everybody signs its sealing. */
export const houseFound = (given: Story = filed()): Story => {
  const court = allSign(given).says('C04-1', { kind: 'noRecord' });
  return allSign(court.says('C14-1', { kind: 'records', properties: [aHouse()] }));
};

export const pays = (court: Story, amount: Fen, on?: string): void => {
  court.acts(clerk, { kind: 'recordPayment', amount, receivedOn: civilDate(on ?? court.now().slice(0, 10)) });
};

/** What is owed on a day: the principal and 17.50 yuan for each day since 31 January. */
export const owedOn = (day: string): Fen => yuan(100_000 + ((Date.parse(day) - Date.parse('2026-01-31')) / 86_400_000) * 17.5);

export const allEvidence = (court: Story): Story => {
  for (const group of evidenceGroups) court.acts(clerk, { kind: 'attachEvidence', evidenceId: `e-${group}`, group, debtor: theDebtor });
  return court;
};

export const refers = (court: Story) => court.acts(judge, { kind: 'refer', debtor: theDebtor, ground: 'concealsProperty' });

/** What waits for a signature, in the order in which it was drawn up. */
export const waiting = (court: Story): readonly string[] =>
  court
    .case()
    .state()
    .proposals.map(({ purpose }) => inShort(purpose));

const inShort = (purpose: Purpose): string => {
  if (purpose.kind === 'request') return `request ${purpose.file.actionId}`;
  return purpose.kind === 'noticeToDebtor' ? `notice ${purpose.debtor}` : `${purpose.kind} ${purpose.requestNo.split('/')[1]}`;
};

export const proposalFor = (court: Story, what: string): ProposalId => {
  const proposal = court
    .case()
    .state()
    .proposals.find(({ purpose }) => inShort(purpose) === what);
  if (proposal === undefined || isComplete(proposal)) throw new Error(`Nothing waits for ${what}, but ${waiting(court).join(', ')}`);
  return proposal.proposalId;
};
