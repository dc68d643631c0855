import { chineseDate } from '../domain/calendar/chinese-date.ts';
import { items, paragraph, parties, type PaperContent } from './content.ts';
import { until } from './dates.ts';
import type { FactsOf } from './facts.ts';
import { inCase } from './instrument.ts';
import { byLaw } from './legal-basis.ts';
import { paperOf } from './letterhead.ts';
import { objectTable } from './objects.ts';
import { identifiedParty } from './parties.ts';
import { liftSlip } from './return-slip.ts';
import { clause, sentence } from './wording.ts';

type Facts = FactsOf<'liftNotice'>;

/**
 * 解除通知书: undoes what this case imposed and nothing else, by ruling, original notice and registration number; or clears the mark
 * that a lapsed measure left in a register.
 * @see SFF 27–28, E13, E18; plan §五(四)
 */
export const composeLiftNotice = (facts: Facts): PaperContent =>
  paperOf(facts, {
    addressee: facts.addressee,
    body: [
      paragraph(`${inCase(facts)}${imposed(facts)}${why(facts)}`),
      parties(identifiedParty(facts.subject)),
      items(...requests(facts)),
      ...objectTable(facts.objects),
      paragraph('本通知书仅及于本案的措施。其他案件或者其他机关采取的措施，其效力和顺位不受本通知书影响。'),
    ],
    ...(facts.rulingNumber === undefined ? {} : { enclosures: [`${facts.rulingNumber}执行裁定书`] }),
    formula: '特此通知。',
    returnSlip: liftSlip,
  });

const imposed = ({ original }: Facts): string =>
  original === undefined
    ? '曾要求你单位协助采取执行措施。'
    : `以${original.number}${original.title}（${chineseDate(original.servedOn)}送达）要求你单位协助采取执行措施。`;

const why = ({ clearsLapsedMark, ground, grounds }: Facts): string =>
  clearsLapsedMark
    ? `现因${clause(ground)}，该措施的效力已经消灭，但登记标记尚未注销。${byLaw(grounds)}请你单位协助注销下列登记标记：`
    : `现因${clause(ground)}，${byLaw(grounds)}请你单位协助解除下列措施：`;

const requests = (facts: Facts): readonly string[] => [
  `所涉事项：${sentence(facts.matter)}`,
  ...(facts.rulingNumber === undefined ? [] : [`办理依据：本院${facts.rulingNumber}执行裁定书。`]),
  `${facts.clearsLapsedMark ? '注销' : '解除'}范围：${scopeText(facts)}`,
  ...(facts.clearsLapsedMark ? [] : ['生效时间：自本通知书送达你单位时起解除。']),
  `反馈期限：请于${until(facts.answerBy)}办理完毕，并将加盖公章或者电子印章的回执反馈本院。`,
];

const scopeText = ({ scope, original }: Facts): string => {
  if (scope === 'part') return '仅限下列财产（标的）；其余措施继续有效，请勿一并办理。';
  return original === undefined ? '本案要求你单位采取的上述全部措施。' : '上述通知书所涉的全部措施。';
};
