import { inWords } from './chinese-number.ts';
import { items, paragraph, parties, type PaperContent } from './content.ts';
import { until } from './dates.ts';
import { courseReport, evidenceCount, evidenceIndex } from './referral-bundle.ts';
import type { FactsOf } from './facts.ts';
import { arrears, caseAgainst, dutyText } from './instrument.ts';
import { byLaw } from './legal-basis.ts';
import { paperOf } from './letterhead.ts';
import { debtorBehind, fullParty } from './parties.ts';
import { sentence } from './wording.ts';

type Facts = FactsOf<'transferLetter'>;

/**
 * 案件移送函 with 执行情况说明 and the index of the five groups of evidence. The police learn the suspect in full and the applicant by
 * name; the applicant's number and address, and the other debtors, are none of the letter's business.
 * @see CrL 313, RJ24 1, RJ25 3–5
 */
export const composeTransferLetter = (facts: Facts): PaperContent =>
  paperOf(facts, {
    addressee: facts.addressee,
    body: [
      paragraph(
        `本院在执行${caseAgainst(facts, facts.subject)}中，发现下列人员（单位）对人民法院的判决、裁定有能力执行而拒不执行，涉嫌拒不执行判决、裁定罪。${byLaw(facts.grounds)}现将其涉嫌犯罪案件移送你单位依法审查并立案侦查：`,
      ),
      parties(fullParty(facts.subject, '涉嫌犯罪人员（单位）')),
      items(
        `应当履行的义务：${dutyText(facts)}，${debtorBehind(facts.subject)}负有履行义务。${arrears(facts)}。`,
        `涉嫌犯罪的事实：${sentence(facts.refusalGround)}`,
        `移送材料：执行情况说明一份，证据材料五组共${inWords(evidenceCount(facts.evidence))}件（目录附后）。`,
        `请依法接受移送，出具受案登记表和回执，并于${until(facts.answerBy)}将立案或者不予立案的决定书面告知本院；决定不予立案的，请同时送达不予立案通知书；案情复杂，依法需要延长审查期限的，请在该日前书面告知。`,
      ),
      paragraph('本案的执行程序不因移送而停止。侦查期间被移送人履行义务的，本院将及时通报；侦查中发现可供执行的财产，请及时告知本院。'),
    ],
    enclosures: ['执行情况说明', '证据材料目录及证据材料'],
    annexes: [courseReport(facts), evidenceIndex(facts.evidence)],
    formula: '特此移送。',
  });
