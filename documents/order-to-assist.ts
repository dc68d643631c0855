import { chineseDate } from '../domain/calendar/chinese-date.ts';
import { items, paragraph, type PaperContent } from './content.ts';
import { until } from './dates.ts';
import type { FactsOf } from './facts.ts';
import { inCase } from './instrument.ts';
import { byLaw } from './legal-basis.ts';
import { paperOf } from './letterhead.ts';
import { recognisable } from './parties.ts';
import { clause } from './wording.ts';

type Facts = FactsOf<'orderToAssist'>;

/**
 * 责令协助履行通知书, the first rung of coercion against a unit: what was asked and is unmet, the last day, and what follows.
 * The article of the warning comes with the grounds, for its number differs by date.
 * @see CPL 117, CPLI 192(4), OB 5(4)
 */
export const composeOrderToAssist = (facts: Facts): PaperContent =>
  paperOf(facts, {
    addressee: facts.addressee,
    body: [
      paragraph(`${inCase(facts)}${asked(facts)}${reminded(facts)}${unmet(facts)}`),
      paragraph(`${byLaw(facts.grounds)}责令如下：`),
      items(
        `你单位应当于${until(facts.answerBy)}履行协助义务，办理完毕下列未履行事项：${clause(facts.matter)}；`,
        '办理完毕的同时，向本院书面反馈办理结果，并补交原通知书的回执；',
        '你单位应当在法定职责范围内协助执行，不得进行实体审查，不得以内部规定、内部审批等为由拒绝或者拖延。',
      ),
      paragraph(
        `逾期仍不履行的，${byLaw(facts.grounds)}本院可以对你单位予以罚款，并可以对主要负责人或者直接责任人员予以罚款；对仍不履行协助义务的，可以予以拘留，并可以向监察机关或者有关机关提出予以纪律处分的司法建议。造成损失的，依法承担赔偿责任；构成犯罪的，依法追究刑事责任。`,
      ),
    ],
    remedies: ['你单位认为协助事项超出协助范围或者违反法律规定的，可以向本院提出书面异议；异议审查期间不停止履行协助义务。'],
    formula: '特此通知。',
  });

const asked = ({ original, subject }: Facts): string => {
  const about = `就涉及${recognisable(subject)}的事项`;
  return original === undefined
    ? `已${about}要求你单位协助执行。`
    : `${about}作出${original.number}${original.title}，于${chineseDate(original.servedOn)}送达你单位。`;
};

const reminded = ({ remindedOn }: Facts): string => (remindedOn === undefined ? '' : `${chineseDate(remindedOn)}，本院又予催办。`);

const unmet = ({ refusalReason }: Facts): string =>
  refusalReason === undefined ? '你单位至今未履行协助义务，也未说明正当理由。' : `你单位以“${clause(refusalReason)}”为由，未履行协助义务。`;
