import { items, paragraph, parties, type PaperContent } from './content.ts';
import { until } from './dates.ts';
import type { FactsOf } from './facts.ts';
import { inCase } from './instrument.ts';
import { byLaw } from './legal-basis.ts';
import { paperOf } from './letterhead.ts';
import { identifiedParty } from './parties.ts';
import { inquirySlip } from './return-slip.ts';
import { clause, sentence } from './wording.ts';

type Facts = FactsOf<'inquiryAssistanceNotice'>;

/**
 * 协助查询通知书: whom to search for and what for. The unit learns neither the debt nor who else is a party.
 * @see CPL 253, CPLI 189(5)
 */
export const composeInquiryAssistanceNotice = (facts: Facts): PaperContent =>
  paperOf(facts, {
    addressee: facts.addressee,
    body: [
      paragraph(`${inCase(facts)}因执行工作需要，${byLaw(facts.grounds)}请你单位协助查询下列对象的有关信息：`),
      parties(identifiedParty(facts.subject, '被查询人')),
      items(
        `查询事项：${sentence(facts.matter)}`,
        `查询内容：${sentence(facts.items.map(clause).join('、'))}`,
        `反馈期限：请于${until(facts.answerBy)}将查询结果连同回执加盖公章或者电子印章反馈本院。经查无记录的，请如实载明；身份信息不符或者部分内容无法查询的，请说明原因，并先行反馈其他内容。`,
      ),
      paragraph(
        '协助人民法院查询是有关单位的法定义务。请对查询事项和查询结果严格保密，不得向被查询人或者其他无关人员透露；拒绝、拖延查询或者泄露查询信息的，本院将依法处理。',
      ),
    ],
    remedies: ['你单位认为查询事项超出协助范围或者违反法律规定的，可以向本院提出书面异议或者审查建议，但不得拒绝、拖延协助查询。'],
    formula: '特此通知。',
    returnSlip: inquirySlip,
  });
