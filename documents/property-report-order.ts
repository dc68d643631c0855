import { inWords } from './chinese-number.ts';
import { items, paragraph, parties, subItems, type PaperContent } from './content.ts';
import type { FactsOf, PartyFacts } from './facts.ts';
import { caseByParties } from './instrument.ts';
import { byLaw } from './legal-basis.ts';
import { paperOf } from './letterhead.ts';
import { fullParty, you } from './parties.ts';
import { propertySurvey } from './property-survey.ts';

/**
 * 报告财产令: states period, scope and span of time, the duty to supplement and the liability, and carries the 财产调查表.
 * @see PI 3–10
 */
export const composePropertyReportOrder = (facts: FactsOf<'propertyReportOrder'>): PaperContent => {
  const addressed = you(facts.debtor);
  return paperOf(facts, {
    addressee: facts.debtor.name,
    body: [
      parties(fullParty(facts.debtor)),
      paragraph(`本院立案执行的${caseByParties(facts)}，${addressed}未履行生效法律文书确定的义务，应当如实报告财产状况。`),
      paragraph(`${byLaw(facts.grounds)}责令${addressed}按照下列要求向本院书面报告财产情况：`),
      items(...demands(facts.debtor, inWords(facts.reportWithinDays))),
      paragraph('前述全部财产包括下列各项，应当逐项报告：'),
      subItems(...scope),
    ],
    enclosures: ['财产调查表'],
    annexes: [propertySurvey(facts.caseNumber, facts.debtor.name)],
    formula: '此令。',
  });
};

const demands = (debtor: PartyFacts, days: string): readonly string[] => [
  `报告期限：自收到本令之日起${days}日内。在该期限内提交书面报告确有困难的，可以在期限届满前书面申请延长；申请有正当理由的，本院可以适当延长。`,
  '报告范围和期间：报告当前的全部财产；自收到执行通知之日前一年至提交书面报告之日，转让、出租财产，在财产上设立担保物权等权利负担，放弃债权或者延长债权清偿期，支出大额资金，以及其他影响债权实现的财产变动，应当一并报告。',
  '负担和权属：财产已出租、已设立担保物权等权利负担，或者存在共有、权属争议等情形，动产由第三人占有，不动产、特定动产、其他财产权等登记在第三人名下的，应当一并报告。',
  '补充报告：报告后财产情况发生变动，影响申请执行人债权实现的，应当自财产变动之日起十日内向本院补充报告。',
  '报告方式：逐项填写所附财产调查表，签名或者盖章后提交本院，并附权属凭证复印件。',
  `法律责任：拒绝报告、虚假报告或者无正当理由逾期报告的，本院可以根据情节轻重对${liable(debtor)}予以罚款、拘留，并依照规定将${you(debtor)}纳入失信被执行人名单；构成犯罪的，依法追究刑事责任。`,
];

/** An organisation cannot be detained; those who lead it can. @see PI 9 */
const liable = (debtor: PartyFacts): string =>
  debtor.kind === 'organisation' ? '你单位予以罚款，对主要负责人或者直接责任人员' : '你或者你的法定代理人';

const scope = [
  '收入、银行存款、现金、理财产品、有价证券；',
  '土地使用权、房屋等不动产；',
  '交通运输工具、机器设备、产品、原材料等动产；',
  '债权、股权、投资权益、基金份额、信托受益权、知识产权等财产性权利；',
  '其他应当报告的财产。',
];
