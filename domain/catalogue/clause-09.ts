import type { Clause } from './action.ts';

/** 检察机关: supervises police who do not file. The police answer in seven days and file within fifteen of the notice to file. */
export const clause09 = {
  clause: 'C09',
  body: '检察机关',
  actions: [
    {
      id: 'C09-2',
      kind: 'criminal',
      title: '提请对公安机关不立案进行监督',
      trigger: 'policeDidNotFile',
      scopes: ['D'],
      route: 'holderOfDuty',
      papers: ['filingSupervisionRequest'],
      term: { electronic: 'T57a', paper: 'T57a' },
      ladder: 'office',
      grounds: ['filingSupervision'],
      source: '实施方案第二条第（九）项；《刑事诉讼法》第一百一十三条',
    },
  ],
} as const satisfies Clause;
