import { limitHistory, type Term } from '../limit-history.ts';

type CourtTerm = Pick<Term, 'id' | 'amount' | 'unit' | 'trigger' | 'rule'> & Partial<Term>;

const owedByTheCourt = (term: CourtTerm): Term => ({
  rolls: true,
  pausable: false,
  countedUnder: 'civilProcedure',
  configurable: false,
  strength: 'statutory',
  ...term,
});

/** What the court and the parties must do in the enforcement case itself. */
export const limitsOfTheCourt = [
  ...limitHistory(
    owedByTheCourt({
      id: 'T01',
      amount: 7,
      unit: 'calendarDay',
      trigger: '收到执行申请',
      rule: '人民法院应当自收到执行申请之日起{term}内立案或者裁定不予受理。',
    }),
    [
      ['1998-07-08', '《执行工作若干问题的规定（试行）》（法释〔1998〕15号）第18条'],
      ['2021-01-01', '《执行工作若干问题的规定（试行）》（2020年修正）第16条'],
    ],
  ),
  ...limitHistory(
    owedByTheCourt({
      id: 'T02',
      amount: 7,
      unit: 'calendarDay',
      trigger: '执行立案',
      rule: '人民法院应当在执行立案后{term}内确定承办人。',
    }),
    [['2007-01-01', '《办理执行案件若干期限的规定》（法发〔2006〕35号）第二条']],
  ),
  ...limitHistory(
    owedByTheCourt({
      id: 'T03',
      amount: 10,
      unit: 'calendarDay',
      trigger: '收到申请执行书或者移交执行书',
      rule: '人民法院应当在收到申请执行书或者移交执行书后{term}内发出执行通知。',
    }),
    [
      ['2015-02-04', '《民诉法解释》（法释〔2015〕5号）第四百八十二条'],
      ['2022-04-10', '《民诉法解释》（法释〔2022〕11号）第四百八十条'],
    ],
  ),
  ...limitHistory(
    owedByTheCourt({
      id: 'T04',
      amount: 3,
      unit: 'calendarDay',
      trigger: '立即采取强制执行措施',
      rule: '立即采取强制执行措施的，应当同时或者自采取措施之日起{term}内发送执行通知书。',
    }),
    [
      ['2009-01-01', '《执行程序若干问题的解释》（法释〔2008〕13号）第三十条'],
      ['2021-01-01', '《执行程序若干问题的解释》（2020年修正）第二十二条'],
    ],
  ),
  // The order itself sets the period; fifteen days is what a court's form proposes until it does.
  ...limitHistory(
    owedByTheCourt({
      id: 'T05',
      amount: 15,
      unit: 'calendarDay',
      trigger: '收到报告财产令',
      rule: '被执行人应当自收到报告财产令之日起{term}内书面报告财产情况。',
      configurable: true,
    }),
    [['2017-05-01', '《民事执行中财产调查若干问题的规定》第四条（期间由报告财产令载明）']],
  ),
  ...limitHistory(
    owedByTheCourt({
      id: 'T09',
      amount: 6,
      unit: 'month',
      trigger: '执行立案',
      rule: '执行案件一般应当在立案之日起{term}内执行结案，中止执行等依法扣除的期间除外；确有特殊情况需要延长的，由本院院长批准。',
      pausable: true,
    }),
    [
      ['1998-07-08', '《执行工作若干问题的规定（试行）》（法释〔1998〕15号）第107条'],
      ['2021-01-01', '《执行工作若干问题的规定（试行）》（2020年修正）第63条'],
    ],
  ),
  ...limitHistory(
    owedByTheCourt({
      id: 'T25',
      amount: 3,
      unit: 'workingDay',
      trigger: '出现应当删除失信信息的情形',
      rule: '具有应当删除情形的，人民法院应当在{term}内删除失信信息。',
    }),
    [['2017-05-01', '《公布失信被执行人名单信息的若干规定》（法释〔2017〕7号）第十条']],
  ),
  ...limitHistory(
    owedByTheCourt({
      id: 'T34',
      amount: 24,
      unit: 'hour',
      trigger: '采取拘留措施',
      rule: '人民法院采取拘留措施后，应当在{term}内通知被拘留人的家属；确实无法按时通知或者通知不到的，应当记录在案。',
      rolls: false,
    }),
    [
      ['2015-02-04', '《民诉法解释》（法释〔2015〕5号）第一百八十条'],
      ['2022-04-10', '《民诉法解释》（法释〔2022〕11号）第一百八十条'],
    ],
  ),
  ...limitHistory(
    owedByTheCourt({
      id: 'T41',
      amount: 15,
      unit: 'calendarDay',
      trigger: '收到协助单位的审查建议',
      rule: '人民法院应当自收到审查建议之日起{term}内审查并书面答复；审查期间不停止协助。',
    }),
    [['2013-09-02', '《关于网络查询、冻结被执行人存款的规定》（法释〔2013〕20号）第六条']],
  ),
];
