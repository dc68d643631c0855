import { chineseDate } from '../domain/calendar/chinese-date.ts';
import { amountInFull, balanceTable } from './amounts.ts';
import { inWords } from './chinese-number.ts';
import { items, paragraph, parties, subItems, type PaperContent } from './content.ts';
import type { FactsOf, PartyFacts } from './facts.ts';
import { caseByParties, dutyText } from './instrument.ts';
import { byLaw } from './legal-basis.ts';
import { paperOf } from './letterhead.ts';
import { fullParty, namesOf, partiesAs, you } from './parties.ts';
import { sentence } from './wording.ts';

type Facts = FactsOf<'enforcementNotice'>;

/**
 * 执行通知书: orders performance, announces the doubled interest, names the account and warns of what follows.
 * @see CPLI 480, ER 22, INT14 1–3
 */
export const composeEnforcementNotice = (facts: Facts): PaperContent => {
  const addressed = you(facts.debtor);
  return paperOf(facts, {
    addressee: facts.debtor.name,
    body: [
      parties(fullParty(facts.debtor)),
      paragraph(`${caseByParties(facts)}，${dutyText(facts)}，${addressed}未全部履行，本院已依法立案执行。`),
      paragraph(
        `${byLaw(facts.grounds)}责令${addressed}自本通知书送达之日起${inWords(facts.performWithinDays)}日内履行下列义务，并承担迟延履行的法律责任：`,
      ),
      items(...duties(facts)),
      balanceTable(facts.balance),
      paragraph(`履行款项请汇入本院案款账户，并注明案号${facts.caseNumber}。${sentence(`案款账户：${facts.caseAccount}`)}`),
      paragraph('逾期不履行的，本院将依法强制执行，并可以依法采取下列措施：'),
      subItems(...consequences(facts.debtor)),
    ],
    remedies: remediesOf(addressed),
    formula: '特此通知。',
  });
};

const duties = (facts: Facts): readonly string[] => [
  `${creditor(facts)}支付下表所列款项，截至${chineseDate(facts.issuedOn)}共计${amountInFull(facts.balance.totalFen)}；`,
  '加倍支付迟延履行期间的债务利息：以尚未清偿的生效法律文书确定的除一般债务利息之外的金钱债务为基数，按日万分之一点七五，自履行期限届满之日起计算至实际清偿之日止（上列截止日之后继续计算）；一般债务利息依生效法律文书确定的方法继续计算；',
  '负担申请执行费和执行中实际支出的费用。',
];

const creditor = (facts: Facts): string => {
  const applicants = partiesAs(facts, 'applicant');
  return applicants.length === 0 ? '' : `向申请执行人${namesOf(applicants)}`;
};

const consequences = (debtor: PartyFacts): readonly string[] => [
  `查询、冻结、划拨${you(debtor)}的存款等财产，查封、扣押、拍卖、变卖${you(debtor)}的其他财产；`,
  ...restrictions(debtor),
  '在征信系统记录、通过媒体公布不履行义务信息；',
  '具有法定情形的，纳入失信被执行人名单，依法予以信用惩戒；',
  '有能力执行而拒不执行，情节严重的，依照《中华人民共和国刑法》关于拒不执行判决、裁定罪的规定追究刑事责任。',
];

/** What falls upon a person; for an organisation, upon those who lead it. @see HC 3, EPI 24, CPL 114 */
const restrictions = (debtor: PartyFacts): readonly string[] =>
  debtor.kind === 'naturalPerson'
    ? ['限制消费，限制出境；', '根据情节轻重予以罚款、拘留；']
    : [
        '对你单位及法定代表人、主要负责人、影响债务履行的直接责任人员、实际控制人限制消费，对法定代表人、主要负责人或者影响债务履行的直接责任人员限制出境；',
        '根据情节轻重对你单位予以罚款，对主要负责人或者直接责任人员予以罚款、拘留；',
      ];

/** @see EPI 3, CPLI 481, OB 6 */
const remediesOf = (addressed: string): readonly string[] => [
  `${addressed}对本院的执行管辖权有异议的，应当自收到本通知书之日起十日内以书面形式提出；认为申请执行超过申请执行时效期间的，可以依法提出异议。`,
  `${addressed}认为本院的执行行为违反法律规定的，可以在执行程序终结之前提出书面异议；异议审查期间不停止执行。`,
];
