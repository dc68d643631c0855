import { items, paragraph, type PaperContent } from './content.ts';
import { until } from './dates.ts';
import type { FactsOf } from './facts.ts';
import { arrears, dutyText } from './instrument.ts';
import { byLaw } from './legal-basis.ts';
import { paperOf } from './letterhead.ts';
import { recognisable } from './parties.ts';
import { sentence } from './wording.ts';

type Facts = FactsOf<'urgingLetter'>;

/**
 * 督促履行函 to a congress, a consultative conference, an organisation department and their like: who, by which instrument, how much
 * is open, what is asked and by when. No other party is named; the subject's number is masked, for the reader knows the person.
 * @see plan §二(一)–(三)、(二十)、(二十一)
 */
export const composeUrgingLetter = (facts: Facts): PaperContent =>
  paperOf(facts, {
    addressee: facts.addressee,
    body: [
      paragraph(`本院执行的${facts.caseNumber}案件，${standing(facts)}。${byLaw(facts.grounds)}现将有关情况通报贵单位，请予督促：`),
      items(
        `执行依据：${dutyText(facts)}。`,
        `履行情况：${arrears(facts)}。`,
        `通报督促事项：${sentence(facts.matter)}`,
        `复函期限：请于${until(facts.answerBy)}将督促情况函复本院。`,
      ),
      paragraph('本函仅供贵单位依职责开展督促工作使用。所涉个人信息和案件信息请予保密，不得对外提供或者公开。'),
    ],
    formula: '特此函告，请予支持。',
  });

const standing = ({ subject }: Facts): string => {
  const name = recognisable(subject);
  return subject.role === 'legalRepresentative' ? `${name}系被执行人${subject.represents ?? '单位'}的法定代表人` : `被执行人为${name}`;
};
