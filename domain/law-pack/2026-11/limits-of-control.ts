import type { TimeLimit } from '../../time-limit/time-limit.ts';
import { limitHistory, type Term } from '../limit-history.ts';

/** How long a measure may hold. The end is fixed to the day, whatever day it is, and no stay moves it. */
const longestTerm = (term: Pick<Term, 'id' | 'amount' | 'trigger' | 'rule'>, paragraph = '第一款'): readonly TimeLimit[] =>
  limitHistory(
    {
      ...term,
      unit: term.amount === 0 ? 'calendarDay' : 'year',
      rolls: false,
      pausable: false,
      countedUnder: 'civilProcedure',
      configurable: false,
      strength: 'statutory',
    },
    [
      ['2015-02-04', `《民诉法解释》（法释〔2015〕5号）第四百八十七条${paragraph}`],
      ['2022-04-10', `《民诉法解释》（法释〔2022〕11号）第四百八十五条${paragraph}`],
    ],
  );

/** Terms of freezing, seizing and sealing, and their renewal. @see CPLI 485 */
export const limitsOfControl = [
  ...longestTerm({
    id: 'T12',
    amount: 1,
    trigger: '冻结银行存款生效',
    rule: '冻结被执行人的银行存款的期限不得超过{term}；期限届满未续行冻结的，冻结的效力消灭。',
  }),
  ...longestTerm({
    id: 'T13',
    amount: 2,
    trigger: '查封、扣押动产生效',
    rule: '查封、扣押动产的期限不得超过{term}；期限届满未续行查封、扣押的，查封、扣押的效力消灭。',
  }),
  ...longestTerm({
    id: 'T14',
    amount: 3,
    trigger: '查封不动产、冻结其他财产权生效',
    rule: '查封不动产、冻结其他财产权的期限不得超过{term}；期限届满未续行查封、冻结的，查封、冻结的效力消灭。',
  }),
  // Runs no days of its own: started on the last day of the measure, it ends with that day.
  ...longestTerm(
    {
      id: 'T15',
      amount: 0,
      trigger: '查封、扣押、冻结期限届满',
      rule: '续行查封、扣押、冻结的手续应当在期限届满前办理，续行期限不得超过同类财产的法定最长期限；期限届满未办理的，查封、扣押、冻结的效力消灭。',
    },
    '第二款、第三款',
  ),
];
