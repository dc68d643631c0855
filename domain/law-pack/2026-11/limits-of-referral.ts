import type { TimeLimit } from '../../time-limit/time-limit.ts';
import { limitHistory, type Term } from '../limit-history.ts';

const owedByThePolice = (
  term: Pick<Term, 'id' | 'amount' | 'trigger' | 'rule'>,
  history: readonly (readonly [from: string, source: string])[],
): readonly TimeLimit[] =>
  limitHistory(
    {
      ...term,
      unit: 'calendarDay',
      rolls: true,
      pausable: false,
      countedUnder: 'criminalProcedure',
      configurable: false,
      strength: 'statutory',
    },
    history,
  );

const jointOpinion = '《关于办理拒不执行判决、裁定刑事案件若干问题的意见》（法发〔2025〕8号）';

const filingSupervision: readonly (readonly [from: string, source: string])[] = [
  ['2013-01-01', `《公安机关办理刑事案件程序规定》（公安部令第127号）第一百七十九条`],
  ['2020-09-01', `《公安机关办理刑事案件程序规定》（公安部令第159号修正）第一百八十二条`],
];

/** What the police owe after the court has referred a refusal to perform or to assist. No term stood in T55 and T56 before July 2025. */
export const limitsOfReferral = [
  ...owedByThePolice(
    {
      id: 'T55',
      amount: 7,
      trigger: '公安机关接受移送材料',
      rule: '公安机关经审查认为符合立案条件的，应当在{term}内立案侦查；不符合的，应当在同一期限内作出不予立案决定并送达移送的人民法院。',
    },
    [['2025-07-01', `${jointOpinion}第五条`]],
  ),
  ...owedByThePolice(
    {
      id: 'T55-complex',
      amount: 30,
      trigger: '公安机关接受移送材料',
      rule: '案情重大疑难复杂的，公安机关的立案审查期限可以延长至{term}。',
    },
    [['2025-07-01', `${jointOpinion}第五条`]],
  ),
  ...owedByThePolice(
    {
      id: 'T56',
      amount: 7,
      trigger: '公安机关决定不予立案或者撤销案件',
      rule: '公安机关不予立案或者立案后撤销案件的，应当在{term}内函告执行法院并说明理由。',
    },
    [['2025-07-01', jointOpinion]],
  ),
  ...owedByThePolice(
    {
      id: 'T57a',
      amount: 7,
      trigger: '公安机关收到要求说明不立案理由通知书',
      rule: '公安机关应当在收到人民检察院要求说明不立案理由通知书后{term}内作出书面说明。',
    },
    filingSupervision,
  ),
  ...owedByThePolice(
    {
      id: 'T57b',
      amount: 15,
      trigger: '公安机关收到人民检察院通知立案书',
      rule: '人民检察院通知公安机关立案的，公安机关应当在收到通知书后{term}内立案。',
    },
    filingSupervision,
  ),
];
