import { chineseDate } from '../domain/calendar/chinese-date.ts';
import { amountInFull } from './amounts.ts';
import { inWords } from './chinese-number.ts';
import { items, paragraph, parties, type PaperContent } from './content.ts';
import type { FactsOf } from './facts.ts';
import { caseByParties, dutyText } from './instrument.ts';
import { byLaw } from './legal-basis.ts';
import { paperOf } from './letterhead.ts';
import { namesOf, partiesAs, recognisableParty } from './parties.ts';

type Facts = FactsOf<'closingNotice'>;

/**
 * 结案通知书: how the case ended, what was paid, what is left, and that every measure is lifted. Each side sees the other's numbers
 * masked.
 * @see ER 64, SFF 28, 法释〔2016〕3号 (sixty days)
 */
export const composeClosingNotice = (facts: Facts): PaperContent => {
  const addressees = [...partiesAs(facts, 'applicant'), ...partiesAs(facts, 'debtor')];
  return paperOf(facts, {
    addressee: namesOf(addressees),
    body: [
      parties(...addressees.map((party) => recognisableParty(party))),
      paragraph(
        `${caseByParties(facts)}，${dutyText(facts)}。${byLaw(facts.grounds)}本案以${facts.closedAs}方式结案，现将有关事项通知如下：`,
      ),
      items(
        `履行情况：本案已执行到位${amountInFull(facts.paidFen)}。`,
        `尚欠金额：${balanceText(facts)}`,
        `解除措施：${liftsText(facts.liftedCount)}`,
      ),
    ],
    remedies: ['当事人、利害关系人对本案的结案行为有异议的，可以自收到本通知书之日起六十日内向本院提出书面异议。'],
    formula: '特此通知。',
  });
};

const balanceText = ({ balance, issuedOn }: Facts): string =>
  balance.totalFen === 0
    ? `截至${chineseDate(issuedOn)}，生效法律文书确定的款项、迟延履行期间的债务利息和执行费用均已结清，没有余额。`
    : `截至${chineseDate(issuedOn)}，尚余${amountInFull(balance.totalFen)}。`;

const liftsText = (count: number): string =>
  count === 0 ? '本案没有需要解除的执行措施。' : `本案采取的${inWords(count)}项执行措施已全部解除，并经协助单位回执确认。`;
