import type { Clause } from './action.ts';

/** 公安机关: accepts and investigates the refusal to perform that the court transfers. */
export const clause08 = {
  clause: 'C08',
  body: '公安机关',
  actions: [
    {
      id: 'C08-1',
      kind: 'criminal',
      title: '移送涉嫌拒不执行判决、裁定罪案件',
      trigger: 'refusalReferred',
      scopes: ['D'],
      route: 'holderOfDuty',
      papers: ['transferLetter'],
      term: { electronic: 'T55', paper: 'T55' },
      ladder: 'criminal',
      grounds: ['refusalCrime'],
      source: '实施方案第二条第（八）项；法发〔2025〕8号第五条',
    },
  ],
} as const satisfies Clause;
