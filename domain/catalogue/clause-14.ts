import type { Clause } from './action.ts';

/** 国土局, today 自然资源和规划局: titles to land, houses and mining rights are searched and sealed in its registers. */
export const clause14 = {
  clause: 'C14',
  body: '国土局',
  actions: [
    {
      id: 'C14-1',
      kind: 'query',
      title: '查询被执行人不动产、探矿权、采矿权登记信息',
      trigger: 'caseFiled',
      scopes: ['D'],
      route: 'holderOfDuty',
      papers: ['inquiryAssistanceNotice'],
      term: { electronic: 'D-query', paper: 'D-query' },
      ladder: 'cpl117',
      grounds: ['depositControl'],
      source: '实施方案第二条第（十四）项',
      items: ['不动产权属', '探矿权', '采矿权', '抵押登记', '查封登记', '共有情况'],
    },
    {
      id: 'C14-2',
      kind: 'control',
      title: '办理不动产查封登记',
      trigger: 'propertyFound',
      scopes: ['D'],
      route: 'holderOfDuty',
      papers: ['enforcementRuling', 'enforcementAssistanceNotice'],
      term: { electronic: 'D-control-electronic', paper: 'D-control-paper' },
      ladder: 'cpl117',
      grounds: ['propertySealing', 'titleTransfer'],
      source: '实施方案第二条第（十四）项',
      controls: ['realEstate', 'miningRight', 'explorationRight'],
      measureLimit: 'T14',
      lift: { papers: ['enforcementRuling', 'liftNotice'], renewal: ['enforcementRuling', 'enforcementAssistanceNotice'] },
    },
  ],
} as const satisfies Clause;
