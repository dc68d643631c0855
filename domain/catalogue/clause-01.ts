import type { Clause } from './action.ts';

/** 人大常委会: told of the case when the debtor, or the debtor's legal representative, is a deputy; urges him to perform. */
export const clause01 = {
  clause: 'C01',
  body: '人大常委会',
  actions: [
    {
      id: 'C01-1',
      kind: 'urge',
      title: '通报案件情况并督促人大代表自觉履行义务',
      trigger: 'caseFiled',
      scopes: ['D', 'L'],
      concerns: ({ deputy }) => deputy?.level === 'prefecture' || deputy?.level === 'county',
      route: 'ownCongress',
      papers: ['urgingLetter'],
      term: { electronic: 'D-urge', paper: 'D-urge' },
      ladder: 'office',
      grounds: [],
      source: '实施方案第二条第（一）项',
      end: { papers: ['urgingEndedLetter'] },
    },
  ],
} as const satisfies Clause;
