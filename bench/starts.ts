import { budgets } from './budgets.ts';
import { takeInHand } from './court/case-in-hand.ts';
import { inventCase } from './court/docket.ts';
import { startBare } from './floor/play-bare.ts';
import type { Asked } from './question.ts';
import { percentile } from './spread.ts';
import { short, tableOf } from './table.ts';

/** Milliseconds until the engine holds a start for good: of a case at the counter, and of a bare workflow. */
export interface Starts {
  readonly count: number;
  readonly kase: Percentiles;
  readonly floor: Percentiles;
}

interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}

/** Case numbers that no group of cases reaches. */
const firstSerial = 200_000;

const count = 200;
/** The first starts of a process open its connections; they are nobody's measure. */
const warmUp = 5;

/** Starts a case and a bare workflow in turn, each on an engine at rest. */
export const startsOf = async ({ court, floor: client, chance }: Asked): Promise<Starts> => {
  const cases: number[] = [];
  const floor: number[] = [];
  for (let serial = 0; serial < warmUp + count; serial += 1) {
    const kase = takeInHand(court, inventCase(firstSerial + serial, chance));
    cases.push(await kase.file());
    const since = performance.now();
    const bare = await startBare(client, `floor/start-${serial}`, []);
    floor.push(performance.now() - since);
    await bare.result();
  }
  return { count, kase: percentilesOf(cases.slice(warmUp)), floor: percentilesOf(floor.slice(warmUp)) };
};

const percentilesOf = (values: readonly number[]): Percentiles => ({ p50: percentile(values, 50), p99: percentile(values, 99) });

export const brokenStart = ({ kase, floor }: Starts): readonly string[] =>
  kase.p99 > budgets.startOverFloor * floor.p99
    ? [`立案启动：第 99 百分位 ${short(kase.p99)} 毫秒，为空流程的 ${short(kase.p99 / floor.p99)} 倍，预算 ${budgets.startOverFloor} 倍`]
    : [];

export const tableOfStarts = ({ kase, floor, count: starts }: Starts): string =>
  tableOf(
    [`启动用时（毫秒，各 ${starts} 次）`, 'p50', 'p99'],
    [
      ['立案', short(kase.p50), short(kase.p99)],
      ['空流程', short(floor.p50), short(floor.p99)],
      ['倍数', short(kase.p50 / floor.p50), `${short(kase.p99 / floor.p99)}（预算 ${budgets.startOverFloor}）`],
    ],
  );
