import type { Clause } from './action.ts';

/** 社保机构: answers the court's network queries by the prescribed subjects and items. */
export const clause04 = {
  clause: 'C04',
  body: '社保机构',
  actions: [
    {
      id: 'C04-1',
      kind: 'query',
      title: '查询被执行人社会保险信息',
      trigger: 'caseFiled',
      scopes: ['D'],
      route: 'holderOfDuty',
      papers: ['inquiryAssistanceNotice'],
      term: { electronic: 'D-query', paper: 'D-query' },
      ladder: 'cpl117',
      grounds: ['depositControl'],
      source: '实施方案第二条第（四）项',
      items: ['参保状态', '参保单位', '缴费基数', '缴费月数', '待遇发放金额', '待遇发放账户'],
    },
  ],
} as const satisfies Clause;
