import { chineseDate } from '../domain/calendar/chinese-date.ts';
import { assertNever } from '../domain/result.ts';
import { items, paragraph, parties, type PaperContent } from './content.ts';
import { until } from './dates.ts';
import type { FactsOf } from './facts.ts';
import { inCase } from './instrument.ts';
import { byLaw } from './legal-basis.ts';
import { paperOf } from './letterhead.ts';
import { identifiedParty } from './parties.ts';

type Facts = FactsOf<'filingSupervisionRequest'>;

/**
 * 提请立案监督函 to the procuratorate: the transfer and its date, what the police answered or that they did not, and what is asked.
 * @see CrPL 113, RJ25, plan §二(九)
 */
export const composeFilingSupervisionRequest = (facts: Facts): PaperContent => {
  const { wrong, reasons, proof } = answers(facts);
  return paperOf(facts, {
    addressee: facts.addressee,
    body: [
      paragraph(`${inCase(facts)}已将下列人员（单位）涉嫌拒不执行判决、裁定罪的案件移送公安机关：`),
      parties(identifiedParty(facts.subject, '被移送人（单位）')),
      items(`移送情况：${transferred(facts)}`, `公安机关办理情况：${wrong}`),
      paragraph(
        `本院认为，上述人员（单位）的行为符合立案条件，应当依法追究刑事责任。${byLaw(facts.grounds)}提请你院依法实行立案监督：要求公安机关说明${reasons}的理由；认为理由不能成立的，通知公安机关立案。`,
      ),
      paragraph(`请于${until(facts.answerBy)}将监督情况函告本院。`),
    ],
    enclosures: [
      facts.transfer === undefined ? '案件移送函副本及送达凭证' : `${facts.transfer.number}${facts.transfer.title}副本及送达凭证`,
      proof,
    ],
    formula: '特此函请。',
  });
};

const transferred = ({ transfer, police }: Facts): string =>
  transfer === undefined
    ? `本院已将案件移送${police}，并随函移送执行情况说明和证据材料。`
    : `本院以${transfer.number}${transfer.title}将案件移送${police}，该函及执行情况说明、证据材料于${chineseDate(transfer.servedOn)}送达。`;

const answers = (facts: Facts): { readonly wrong: string; readonly reasons: string; readonly proof: string } => {
  const { police, policeTermEndedOn } = facts;
  switch (facts.policeAnswer) {
    case 'silent':
      return {
        wrong: `${policeTermEndedOn === undefined ? '审查期限已经届满' : `审查期限已于${chineseDate(policeTermEndedOn)}届满`}，${police}至今未将立案或者不予立案的决定书面告知本院。`,
        reasons: '逾期不作立案决定',
        proof: '公安机关逾期未答复的情况说明',
      };
    case 'notFiled':
      return { wrong: `${police}书面告知本院，决定不予立案。`, reasons: '不立案', proof: '不予立案通知书复印件' };
    case 'revoked':
      return { wrong: `${police}立案后，又决定撤销案件。`, reasons: '撤销案件', proof: '撤销案件决定的告知材料复印件' };
    default:
      return assertNever(facts.policeAnswer);
  }
};
