import { chineseDate } from '../domain/calendar/chinese-date.ts';
import { items, paragraph, type PaperContent } from './content.ts';
import { until } from './dates.ts';
import type { FactsOf } from './facts.ts';
import { inCase } from './instrument.ts';
import { byLaw } from './legal-basis.ts';
import { paperOf } from './letterhead.ts';
import { recognisable } from './parties.ts';
import { clause } from './wording.ts';

type Facts = FactsOf<'urgingEndedLetter'>;

/**
 * 督促终止函: takes an urging letter back once its reason is gone, and asks the body to say that it has stopped.
 * @see plan §五(四)
 */
export const composeUrgingEndedLetter = (facts: Facts): PaperContent =>
  paperOf(facts, {
    addressee: facts.addressee,
    body: [
      paragraph(`${inCase(facts)}${earlier(facts)}现因${clause(facts.ground)}，${byLaw(facts.grounds)}函告如下：`),
      items(
        `自收到本函之日起，请终止对${recognisable(facts.subject)}的督促，不再因本案对其采取督促或者限制措施；`,
        '此前因本案作出的通报、记录，请依照贵单位的规定予以终结、更正或者撤销；',
        `请于${until(facts.answerBy)}将终止情况函复本院。`,
      ),
      paragraph('感谢贵单位对人民法院执行工作的支持。'),
    ],
    formula: '特此函告。',
  });

const earlier = ({ original }: Facts): string =>
  original === undefined
    ? '曾商请贵单位督促履行。'
    : `曾以${original.number}${original.title}（${chineseDate(original.servedOn)}送达）商请贵单位督促履行。`;
