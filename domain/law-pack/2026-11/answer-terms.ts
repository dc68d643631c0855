import type { TimeLimit } from '../../time-limit/time-limit.ts';
import { limitHistory, type Term } from '../limit-history.ts';

/**
 * A term of our own design. The plan of 26 January 2018 asks for answers "in time" without a number, so the court names one on each
 * notice; every court may set its own.
 */
const namedByTheCourt = (term: Pick<Term, 'id' | 'amount' | 'unit' | 'trigger' | 'rule'> & Partial<Term>): readonly TimeLimit[] =>
  limitHistory({ rolls: true, pausable: true, countedUnder: 'civilProcedure', configurable: true, strength: 'courtTarget', ...term }, [
    ['2018-01-26', '楚政法发〔2018〕3号未规定具体期限，由人民法院在文书中指定'],
  ]);

/** What the units and the court itself are held to where no law sets a term. */
export const answerTerms = [
  ...namedByTheCourt({
    id: 'D-query',
    amount: 7,
    unit: 'calendarDay',
    trigger: '协助查询通知书送达',
    rule: '协助单位应当自通知书送达之日起{term}内反馈查询结果。',
  }),
  ...namedByTheCourt({
    id: 'D-control-electronic',
    amount: 1,
    unit: 'workingDay',
    trigger: '协助执行通知书通过网络送达',
    rule: '协助单位应当自电子通知书送达之日起{term}内办理并反馈。',
  }),
  ...namedByTheCourt({
    id: 'D-control-paper',
    amount: 3,
    unit: 'workingDay',
    trigger: '协助执行通知书送达',
    rule: '协助单位应当自纸质通知书送达之日起{term}内办理并送交回执。',
  }),
  ...namedByTheCourt({
    id: 'D-urge',
    amount: 30,
    unit: 'calendarDay',
    trigger: '督促履行函送达',
    rule: '有关单位应当自督促履行函送达之日起{term}内反馈督促情况。',
  }),
  ...namedByTheCourt({
    id: 'D-publish',
    amount: 3,
    unit: 'workingDay',
    trigger: '公布材料送达',
    rule: '有关单位应当自材料送达之日起{term}内公布并反馈公布情况。',
  }),
  ...namedByTheCourt({
    id: 'D-lift',
    amount: 1,
    unit: 'workingDay',
    trigger: '解除通知书送达',
    rule: '协助单位应当自解除通知书送达之日起{term}内解除措施并反馈。',
    pausable: false,
  }),
  ...namedByTheCourt({
    id: 'D-order',
    amount: 3,
    unit: 'workingDay',
    trigger: '责令协助履行通知书送达',
    rule: '协助单位应当自责令协助履行通知书送达之日起{term}内履行协助义务。',
  }),
  ...namedByTheCourt({
    id: 'D-rung',
    amount: 3,
    unit: 'workingDay',
    trigger: '发出催办或者上一级督促措施',
    rule: '自发出催办或者上一级督促措施之日起{term}内仍未协助的，拟制下一级督促文书报请审批。',
  }),
  ...namedByTheCourt({
    id: 'D-renew-lead',
    amount: 30,
    unit: 'calendarDay',
    trigger: '查封、扣押、冻结期限届满',
    rule: '查封、扣押、冻结期限届满{term}前，提请办理续行手续。',
    rolls: false,
    pausable: false,
  }),
];
