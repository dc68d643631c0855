import type { CaseCosts, Cost } from './cost.ts';
import type { Count } from './history.ts';
import { meanOf, spreadOf, type Spread } from './spread.ts';
import { short, tableOf } from './table.ts';

/** One line of the table: what many cost, beside what is allowed and what nothing costs. */
export interface Figure {
  readonly title: string;
  readonly events: Spread;
  readonly actions: Spread;
  readonly floor: Count;
  /** Milliseconds at work. Absent for a difference: what is woken by the clock wakes all at once, and its time is that of a crowd. */
  readonly ms?: { readonly mean: number; readonly floor: number };
  readonly budget: { readonly events: number; readonly actions?: number };
}

export const figureOf = (title: string, costs: readonly Cost[], budget: Figure['budget']): Figure => ({
  title,
  events: spreadOf(costs.map(({ events }) => events)),
  actions: spreadOf(costs.map(({ actions }) => actions)),
  floor: meanFloor(costs),
  ms: { mean: meanOf(costs.map(({ ms }) => ms)), floor: meanOf(costs.map(({ floor }) => floor.ms)) },
  budget,
});

/** What a thing costs that some have and others have not. The worst is the dearest with it against the cheapest without. */
export const differenceOf = (title: string, having: readonly Cost[], without: readonly Cost[], budget: Figure['budget']): Figure => {
  const [more, less] = [meanFloor(having), meanFloor(without)];
  const spread = (of: (cost: Cost) => number): Spread => ({
    mean: meanOf(having.map(of)) - meanOf(without.map(of)),
    worst: Math.max(...having.map(of)) - Math.min(...without.map(of)),
  });
  return {
    title,
    events: spread(({ events }) => events),
    actions: spread(({ actions }) => actions),
    floor: { events: more.events - less.events, actions: more.actions - less.actions },
    budget,
  };
};

const meanFloor = (costs: readonly Cost[]): Count => ({
  events: meanOf(costs.map(({ floor }) => floor.events)),
  actions: meanOf(costs.map(({ floor }) => floor.actions)),
});

/** Budgets are for the worst, not for the mean: whatever breaks one is somebody's case. */
export const brokenBudgets = ({ title, events, actions, budget }: Figure): readonly string[] => [
  ...(events.worst > budget.events ? [`${title}：最多 ${events.worst} 个事件，预算 ${budget.events}`] : []),
  ...(budget.actions !== undefined && actions.worst > budget.actions
    ? [`${title}：最多 ${actions.worst} 个 Action，预算 ${budget.actions}`]
    : []),
];

export const tableOfFigures = (figures: readonly Figure[]): string =>
  tableOf(
    [
      '协助事项',
      '事件\n均值',
      '\n最多',
      '\n预算',
      '\n空流程',
      'Actions\n均值',
      '\n最多',
      '\n预算',
      '\n空流程',
      '办理毫秒\n均值',
      '\n空流程',
      '\n预算',
    ],
    figures.map((figure) => {
      const { title, events, actions, budget, floor, ms } = figure;
      return [
        title,
        ...[events.mean, events.worst, budget.events, floor.events, actions.mean, actions.worst].map(short),
        budget.actions === undefined ? '—' : short(budget.actions),
        short(floor.actions),
        ...(ms === undefined ? ['—', '—'] : [ms.mean, ms.floor].map(short)),
        brokenBudgets(figure).length === 0 ? '符合' : '超出',
      ];
    }),
  );

/** What a whole case took from filing to closing. No budget is set for it. */
export interface CaseFigure {
  readonly title: string;
  readonly own: { readonly events: Spread; readonly actions: Spread };
  readonly all: { readonly events: Spread; readonly actions: Spread };
}

export const caseFigureOf = (title: string, cases: readonly CaseCosts[]): CaseFigure => {
  const spreads = (of: 'own' | 'all') => ({
    events: spreadOf(cases.map((costs) => costs[of].events)),
    actions: spreadOf(cases.map((costs) => costs[of].actions)),
  });
  return { title, own: spreads('own'), all: spreads('all') };
};

export const tableOfCases = (figures: readonly CaseFigure[]): string =>
  tableOf(
    [
      '案件，立案至结案',
      '案件流程\n事件均值',
      '\n最多',
      '\nActions 均值',
      '\n最多',
      '连同协助事项\n事件均值',
      '\n最多',
      '\nActions 均值',
      '\n最多',
    ],
    figures.map(({ title, own, all }) => [
      title,
      ...[own, all].flatMap(({ events, actions }) => [events.mean, events.worst, actions.mean, actions.worst].map(short)),
    ]),
  );
