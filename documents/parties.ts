import type { PartyLine } from './content.ts';
import type { CommonFacts, PartyFacts } from './facts.ts';
import { maskedIdNo } from './masking.ts';

/** A party in full, with number and address: for papers that only the party itself, or whoever must find him, receives. */
export const fullParty = (party: PartyFacts, label = roleOf(party)): PartyLine => ({
  label,
  text: `${party.name}，${idLabel(party)}：${party.idNo}${addressOf(party)}。`,
});

/** A party by name and number: what a unit needs to find the right entry in its own records, and no more. */
export const identifiedParty = (party: PartyFacts, label = roleOf(party)): PartyLine => ({
  label,
  text: `${party.name}，${idLabel(party)}：${party.idNo}。`,
});

/** A party by name and masked number: for readers who know him already, or need not find him in any record. */
export const recognisableParty = (party: PartyFacts, label = roleOf(party)): PartyLine => ({
  label,
  text: `${party.name}，${idLabel(party)}：${maskedIdNo(party)}。`,
});

/** 乙试例（公民身份号码：**************001X） */
export const recognisable = (party: PartyFacts): string => `${party.name}（${idLabel(party)}：${maskedIdNo(party)}）`;

/** How the subject stands to the case. It names no other party, so that a unit that looks into one debtor does not hear of another. */
const roleOf = ({ role }: PartyFacts): string => roles[role];

/** The one whose debt it is: the subject, or the organisation that the subject represents. */
export const debtorBehind = (subject: PartyFacts): string =>
  subject.role === 'legalRepresentative' && subject.represents !== undefined ? subject.represents : subject.name;

/** How a paper speaks to its reader. */
export const you = ({ kind }: PartyFacts): string => (kind === 'organisation' ? '你单位' : '你');

export const partiesAs = ({ parties }: CommonFacts, role: PartyFacts['role']): readonly PartyFacts[] =>
  parties.filter((party) => party.role === role);

export const namesOf = (parties: readonly PartyFacts[]): string => parties.map(({ name }) => name).join('、');

const roles: Record<PartyFacts['role'], string> = {
  applicant: '申请执行人',
  debtor: '被执行人',
  legalRepresentative: '被执行人的法定代表人',
};

const idLabel = ({ idType }: PartyFacts): string => (idType === 'residentIdentity' ? '公民身份号码' : '统一社会信用代码');

const addressOf = ({ address, kind }: PartyFacts): string => {
  if (address === undefined) return '';
  return kind === 'organisation' ? `，住所地：${address}` : `，住${address}`;
};
