import { chineseDate } from '../domain/calendar/chinese-date.ts';
import { amountInFull } from './amounts.ts';
import type { CommonFacts, PartyFacts } from './facts.ts';
import { debtorBehind, namesOf, partiesAs } from './parties.ts';

/** The case by its parties, for papers whose readers are the parties: （2026）云2301执1号申请执行人甲与被执行人乙、丙一案. */
export const caseByParties = (facts: CommonFacts): string =>
  `${facts.caseNumber}${between(facts, namesOf(partiesAs(facts, 'debtor')))}一案`;

/** The case by the debtor whom a paper concerns. The other debtors are 等, because the paper travels to readers who need not know them. */
export const caseAgainst = (facts: CommonFacts, subject: PartyFacts): string => {
  const debtor = debtorBehind(subject);
  const others = partiesAs(facts, 'debtor').some(({ name }) => name !== debtor) ? '等' : '';
  return `${facts.caseNumber}${between(facts, `${debtor}${others}`)}一案`;
};

/** Opens a paper to a reader who has no need to know any party but the subject. */
export const inCase = ({ caseNumber }: CommonFacts): string => `本院在执行${caseNumber}案件过程中，`;

/** 楚雄市人民法院作出的（2025）云2301民初88号民事判决书 */
const instrumentText = ({ court, instrument }: CommonFacts): string =>
  `${instrument.issuedBy === court.name ? '本院' : instrument.issuedBy}作出的${instrument.title}`;

/** When the instrument took effect and when it should have been performed. */
export const dutyText = (facts: CommonFacts): string =>
  `${instrumentText(facts)}已于${chineseDate(facts.instrument.effectiveOn)}发生法律效力，所确定的履行期限于${chineseDate(facts.instrument.performanceEndsOn)}届满`;

/** 截至2026年3月2日，尚有人民币…元未履行 */
export const arrears = ({ balance, issuedOn }: CommonFacts): string =>
  `截至${chineseDate(issuedOn)}，尚有${amountInFull(balance.totalFen)}未履行`;

const between = (facts: CommonFacts, debtors: string): string => {
  const applicants = partiesAs(facts, 'applicant');
  return applicants.length === 0 ? `被执行人${debtors}` : `申请执行人${namesOf(applicants)}与被执行人${debtors}`;
};
