import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chanceFrom } from './chance.ts';
import { openCourt } from './court/open-court.ts';
import { events } from './events.ts';
import { openFloor } from './floor/play-bare.ts';
import { thisMachine, type Machine } from './machine.ts';
import type { Places } from './places.ts';
import type { Answered, Question, Step } from './question.ts';

/** The questions that can be asked, by the name of their file. */
const questions: Readonly<Record<string, Question>> = { events };

/** What the command gives a bench: a voice, the servers once they are needed, and where results are kept. */
export interface Command {
  readonly say: (line: string) => void;
  readonly step: Step;
  readonly bringUp: () => Promise<Places>;
  readonly resultsDir: string;
}

interface Wish {
  readonly name: string;
  readonly question: Question;
  readonly cases: number;
  readonly seed: number;
  readonly save: boolean;
}

/** Asks one question and prints the answer. Gives the exit code: 0 when every budget was kept, 1 when one was not, 2 for bad arguments. */
export const bench = async (args: readonly string[], { say, step, bringUp, resultsDir }: Command): Promise<number> => {
  const wish = readWish(args);
  if (wish === undefined) {
    say(`用法：npm run bench -- <${Object.keys(questions).join('|')}> [--cases 20] [--seed 2026] [--save]`);
    return 2;
  }
  const places = await bringUp();
  const court = await openCourt(places);
  const floor = openFloor(places.temporalAddress);
  try {
    const machine = await thisMachine(court.client);
    const { name, question, cases, seed } = wish;
    const answered = await question.ask({ court, floor, cases, chance: chanceFrom(seed), step });
    say(`\n${question.title}\n${headOf(wish, machine)}\n\n${answered.text}\n`);
    for (const words of answered.broken) say(`超出预算：${words}`);
    if (answered.broken.length === 0) say('全部符合预算。');
    if (wish.save) say(`结果已存入 ${await save(path.join(resultsDir, `${today()}-${name}.json`), wish, machine, answered)}`);
    return answered.broken.length === 0 ? 0 : 1;
  } finally {
    await floor.connection.close();
    await court.close();
  }
};

const readWish = (args: readonly string[]): Wish | undefined => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        cases: { type: 'string', default: '20' },
        seed: { type: 'string', default: '2026' },
        save: { type: 'boolean', default: false },
      },
    });
    const [name = '', ...more] = positionals;
    const question = Object.hasOwn(questions, name) ? questions[name] : undefined;
    const cases = Number(values.cases);
    const seed = Number(values.seed);
    if (question === undefined || more.length > 0 || !isWhole(cases) || cases < 1 || cases > 10_000 || !isWhole(seed)) return undefined;
    return { name, question, cases, seed, save: values.save };
  } catch {
    return undefined;
  }
};

const isWhole = (value: number): boolean => Number.isSafeInteger(value);

const headOf = ({ cases, seed }: Wish, { cores, processor, memoryGib, platform, node, temporal, commit }: Machine): string =>
  [
    `${today()} · 每组 ${cases} 件 · 种子 ${seed} · 提交 ${commit}`,
    `${cores} 核 ${processor}，${memoryGib} GiB，${platform} · Node ${node} · Temporal ${temporal}（开发服务器，内存）· 流程引擎一个进程`,
  ].join('\n');

const today = (): string => new Date().toISOString().slice(0, 10);

const save = async (file: string, { name, cases, seed }: Wish, machine: Machine, { figures, broken }: Answered): Promise<string> => {
  await mkdir(path.dirname(file), { recursive: true });
  const kept = { question: name, date: today(), cases, seed, machine, figures, broken };
  await writeFile(file, `${JSON.stringify(kept, undefined, 2)}\n`);
  return file;
};
