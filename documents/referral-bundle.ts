import { chineseDate } from '../domain/calendar/chinese-date.ts';
import { balanceTable } from './amounts.ts';
import { paragraph, table, type Annex } from './content.ts';
import type { EvidenceGroup, FactsOf } from './facts.ts';
import { caseAgainst, dutyText } from './instrument.ts';
import { sentence } from './wording.ts';

type Facts = FactsOf<'transferLetter'>;
type Evidence = Facts['evidence'];

/** 执行情况说明: the duty, what the court did and what came of it, in order of time. @see RJ25 3 */
export const courseReport = (facts: Facts): Annex => ({
  title: '执行情况说明',
  body: [
    paragraph(`一、案件来源和执行依据。${caseAgainst(facts, facts.subject)}，${dutyText(facts)}。`),
    paragraph('二、执行经过。本院立案后依法采取的执行措施及其结果如下：'),
    table(
      ['日期', '执行经过'],
      facts.course.map(({ on, what }) => [chineseDate(on), sentence(what)]),
    ),
    paragraph(`三、履行情况。截至${chineseDate(facts.issuedOn)}，尚未履行的款项如下：`),
    balanceTable(facts.balance),
    paragraph(`四、拒不执行的情形。${sentence(facts.refusalGround)}`),
  ],
});

/** The index of the bundle: all five groups, also one that is still empty, so that the gap is seen before anyone signs. */
export const evidenceIndex = (evidence: Evidence): Annex => ({
  title: '证据材料目录',
  body: [
    table(
      ['组别', '证明内容', '证据材料'],
      Object.entries(groups).map(([group, [name, proves]]) => [name, proves, titlesIn(evidence, group)]),
    ),
  ],
});

export const evidenceCount = (evidence: Evidence): number => evidence.reduce((count, { titles }) => count + titles.length, 0);

/** In the order in which the bundle is bound. @see RJ25 4 */
const groups: Record<EvidenceGroup, readonly [name: string, proves: string]> = {
  identity: ['第一组', '涉嫌犯罪人员（单位）的主体身份'],
  duty: ['第二组', '负有执行或者协助执行判决、裁定的义务'],
  ability: ['第三组', '具有执行能力'],
  refusalActs: ['第四组', '实施了拒不执行的行为'],
  circumstances: ['第五组', '拒不执行的情节和后果'],
};

const titlesIn = (evidence: Evidence, group: string): string => {
  const titles = evidence.filter((bundle) => bundle.group === group).flatMap((bundle) => bundle.titles);
  return titles.length === 0 ? '（尚缺）' : titles.map((title, index) => `${index + 1}．${title}`).join('；');
};
