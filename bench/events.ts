import type { ActionId } from '../domain/catalogue/index.ts';
import { budgets } from './budgets.ts';
import { takeInHand } from './court/case-in-hand.ts';
import { inventCase } from './court/docket.ts';
import { lanes, promptLife, remindedLife, renewedLife, type Life } from './court/lives.ts';
import { costsOfCase, type CaseCosts } from './cost.ts';
import { brokenBudgets, caseFigureOf, differenceOf, figureOf, tableOfCases, tableOfFigures } from './figure.ts';
import { inLanes } from './lanes.ts';
import type { Asked, Question } from './question.ts';
import { brokenStart, startsOf, tableOfStarts } from './starts.ts';

/**
 * How many events and Actions does an action of the catalogue take, beside a bare workflow that does as much of nothing? Counted in
 * the histories that the server keeps.
 */
export const events: Question = {
  title: '一项协助事项占用多少历史事件和 Actions',
  ask: async (asked) => {
    const { step } = asked;
    const living = hall(asked);
    await step('预热', () => living(promptLife, lanes));
    const prompt = await step('及时答复的案件', () => living(promptLife));
    const reminded = await step('催办一次的案件', () => living(remindedLife));
    const renewed = await step('续行查封一次的案件', () => living(renewedLife));
    const starts = await step('立案启动', () => startsOf(asked));

    const query = costsOf(prompt, 'C04-1');
    const control = costsOf(prompt, 'C14-2');
    const figures = [
      figureOf('查询 C04-1：及时答复', query, budgets.query),
      figureOf('控制 C14-2：批准、查封、解除、确认', control, budgets.control),
      differenceOf('每次催办', costsOf(reminded, 'C04-1'), query, budgets.reminder),
      differenceOf('每次续行', costsOf(renewed, 'C14-2'), control, budgets.renewal),
    ];
    const ofCases = [
      caseFigureOf('三项协助事项，及时答复', prompt),
      caseFigureOf('两项协助事项，催办一次', reminded),
      caseFigureOf('三项协助事项，续行一次', renewed),
    ];
    return {
      text: [tableOfFigures(figures), '', tableOfCases(ofCases), '', tableOfStarts(starts)].join('\n'),
      figures: { actions: figures, cases: ofCases, starts },
      broken: [...figures.flatMap(brokenBudgets), ...brokenStart(starts)],
    };
  },
};

/** Lets one group of new cases live after the other, and reads what each cost. */
const hall = ({ court, floor, chance, cases }: Asked) => {
  let serial = 0;
  return async (life: Life, count = cases): Promise<readonly CaseCosts[]> => {
    const inHand = Array.from({ length: count }, () => takeInHand(court, inventCase((serial += 1), chance)));
    await life(court, inHand);
    return inLanes(lanes, inHand, ({ caseId }) => costsOfCase({ court, floor }, caseId));
  };
};

const costsOf = (cases: readonly CaseCosts[], action: ActionId) => cases.flatMap(({ requests }) => requests.get(action) ?? []);
