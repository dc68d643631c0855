import { amountInFull } from './amounts.ts';
import { items, paragraph, parties, type PaperContent } from './content.ts';
import { until } from './dates.ts';
import type { FactsOf } from './facts.ts';
import { inCase } from './instrument.ts';
import { byLaw } from './legal-basis.ts';
import { paperOf } from './letterhead.ts';
import { termTable } from './objects.ts';
import { identifiedParty } from './parties.ts';
import { assistanceSlip } from './return-slip.ts';
import { sentence } from './wording.ts';

type Facts = FactsOf<'enforcementAssistanceNotice'>;

/**
 * 协助执行通知书: the exact matter, object, limit and term, the rank asked for and the day of the answer. It takes effect on service.
 * @see CPL 253–255, 262; SFF 1, 9, 26; plan §五(二)(三)
 */
export const composeEnforcementAssistanceNotice = (facts: Facts): PaperContent =>
  paperOf(facts, {
    addressee: facts.addressee,
    body: [
      paragraph(`${inCase(facts)}${ruled(facts)}${byLaw(facts.grounds)}请你单位协助执行下列事项：`),
      parties(identifiedParty(facts.subject)),
      items(...requests(facts)),
      ...termTable(facts.objects),
      paragraph(
        '本通知书自送达你单位时发生法律效力。你单位应当在法定职责范围内立即采取相应措施，不对生效法律文书和本通知书进行实体审查；未经本院许可，不得为被执行人办理与本通知书相抵触的手续。',
      ),
      paragraph(
        '拒不协助或者妨碍执行的，本院将责令履行协助义务，并可以依法予以罚款、拘留，向监察机关或者有关机关提出予以纪律处分的司法建议；构成犯罪的，依法追究刑事责任。请对本通知书所涉信息严格保密。',
      ),
    ],
    remedies: ['你单位认为协助执行事项超出协助范围或者违反法律规定的，可以向本院提出书面异议或者审查建议，但不得拒绝采取相应措施。'],
    ...(facts.rulingNumber === undefined ? {} : { enclosures: [`${facts.rulingNumber}执行裁定书`] }),
    formula: '特此通知。',
    returnSlip: assistanceSlip,
  });

const ruled = ({ rulingNumber }: Facts): string => (rulingNumber === undefined ? '' : `依法作出${rulingNumber}执行裁定书。`);

const requests = (facts: Facts): readonly string[] => [
  `协助事项：${sentence(facts.matter)}`,
  ...(facts.limitFen === undefined ? [] : [`控制限额：以${amountInFull(facts.limitFen)}为限，不得超出。`]),
  ...(facts.objects.length === 0 ? [] : ['财产（标的）及期限：以下表所列为准。']),
  ...(facts.asksRank
    ? ['登记顺位：请在回执中载明本次措施的登记顺位；已有在先查封、冻结的，请办理轮候登记，并载明在先措施的机关、文号和期限。']
    : []),
  `办理和反馈期限：请于${until(facts.answerBy)}办理完毕，并将加盖公章或者电子印章的回执反馈本院；不能全部办理的，请说明原因，并先行办理其余事项。`,
];
