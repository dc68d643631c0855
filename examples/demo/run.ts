import { randomUUID } from 'node:crypto';
import pc from 'picocolors';
import { z } from 'zod';
import { CaseFiled } from '../../api/contract/filing.ts';
import { CaseSummary } from '../../api/contract/views.ts';
import { encryptingCodec } from '../../adapters/crypto/payload-codec.ts';
import { openDatabase, type Database } from '../../adapters/postgres/client.ts';
import { connectTemporal } from '../../adapters/temporal/connect.ts';
import { chineseDay } from '../../domain/calendar/chinese-date.ts';
import { dateOf } from '../../domain/calendar/instant.ts';
import { caseWorkflowSlug, type CaseNumber } from '../../domain/enforcement-case/case-number.ts';
import { accountOfHistories } from './accounts/by-histories.ts';
import { accountOfRecord } from './accounts/by-record.ts';
import { accountOfUnits } from './accounts/by-units.ts';
import { historiesOf, type KeptRun } from './accounts/histories.ts';
import { openChronicle } from './chronicle.ts';
import type { DemoConfig } from './config.ts';
import { openCounter, type Counter } from './counter.ts';
import { freshDocket, readDocket, type FreshDocket } from './docket.ts';
import { traitsIn } from './persons.ts';
import { scanPlaces } from './places-scanned.ts';
import { playOut, type Play } from './play.ts';
import { stories, type Story } from './stories.ts';
import { findingsInWords, scanInWords, tableOf } from './table.ts';
import { tallyOf, type Tally } from './tally.ts';
import { openUnits } from './units.ts';

type Print = (line: string) => void;

/** A case of this run with the story that is played in it. */
interface Cast {
  readonly caseId: string;
  readonly caseNumber: CaseNumber;
  readonly story: Story;
}

/**
 * Lives the five cases of the docket through on a running system: as court system, judge, head of bureau, clerk, liaison officer and
 * office, by the public interface alone. Gives whether the closing figures are what they must be.
 */
export const runDemo = async (config: DemoConfig, print: Print): Promise<boolean> => {
  const since = Date.now();
  const { wish } = config;
  const counter = openCounter(config.apiUrl, config.accounts, randomUUID().slice(0, 8));
  const docket = await freshOf(counter);
  const cast = castOf(docket);
  introduce(docket, cast, print);
  const play = await perform(config, counter, docket, cast, print);

  const database = openDatabase(config.databaseUrl, 4);
  const client = connectTemporal(config.temporal, config.codecKeys);
  try {
    const caseIds = cast.map(({ caseId }) => caseId);
    const runs = await historiesOf(client, caseIds);
    const accounts = {
      units: accountOfUnits(await openUnits(config.simulatorUrl).log(), play, caseIds),
      record: await accountOfRecord(database, caseIds),
      histories: await accountOfHistories(runs, encryptingCodec(config.codecKeys)),
      taken: counter.taken(),
    };
    const tally = tallyOf(accounts);
    print(`\n${tableOf(accounts, tally)}`);
    for (const line of findingsInWords(tally)) print(line);
    const isClean = !wish.scan || (await scan(config, runs, database, print));
    for (const line of closing(play, Date.now() - since, config)) print(line);
    return isAsExpected(tally, wish.sabotage) && isClean;
  } finally {
    await Promise.all([database.$disconnect(), client.connection.close()]);
  }
};

const freshOf = async (counter: Counter): Promise<FreshDocket> => {
  const known = await counter.as('court-system-2301').readAll('/cases', CaseSummary);
  return freshDocket(
    readDocket(),
    known.map(({ caseId }) => caseId),
  );
};

const castOf = ({ caseNumbers }: FreshDocket): readonly Cast[] =>
  caseNumbers.map((caseNumber, index) => {
    const story = stories[index];
    if (story === undefined) throw new Error(`No story is told of ${caseNumber}`);
    return { caseId: caseWorkflowSlug(caseNumber), caseNumber, story };
  });

const introduce = ({ renumbered, caseNumbers }: FreshDocket, cast: readonly Cast[], print: Print): void => {
  const [first = ''] = caseNumbers;
  if (renumbered) print(pc.dim(`本系统已有同号案件，本次从${first}起编号，案件材料文件不变。`));
  for (const { caseNumber, story } of cast) print(`${caseNumber}  ${pc.cyan(story.title)}  ${pc.dim(story.plot)}`);
};

/** Tells the units what to do, hands the docket in and lets the people of the court do the rest. */
const perform = async (
  { simulatorUrl, wish }: DemoConfig,
  counter: Counter,
  docket: FreshDocket,
  cast: readonly Cast[],
  print: Print,
): Promise<Play> => {
  const units = openUnits(simulatorUrl);
  await units.sabotage(wish.sabotage);
  const stopFollowing = await units.follow(cast.flatMap(({ caseNumber, story }) => story.units(caseNumber)));
  try {
    await file(counter, docket);
    const storyOf = new Map(cast.map(({ caseId, story }) => [caseId, story]));
    return await playOut(counter, openChronicle(counter.as('judge-jia'), storyOf, print), storyOf);
  } finally {
    await stopFollowing();
  }
};

const Rows = z.object({ rows: z.array(z.object({ outcome: z.string(), filed: CaseFiled.optional(), problem: z.unknown().optional() })) });

/** Hands the docket in. A case that was filed is an act like any other: the record must hold it. */
const file = async (counter: Counter, { docket }: FreshDocket): Promise<void> => {
  const filer = 'court-system-2301';
  const { key, answer } = await counter.as(filer).submit('/dockets', docket, Rows);
  for (const [index, { outcome, filed, problem }] of answer.rows.entries()) {
    if (outcome !== 'filed' || filed === undefined) throw new Error(`第${index + 1}件未能立案（${outcome}）：${JSON.stringify(problem)}`);
    counter.note({ actId: `${filer}:${key}.${index + 1}`, what: `立案 ${filed.caseNumber}` });
  }
};

const scan = async ({ stateDir, accounts }: DemoConfig, runs: readonly KeptRun[], database: Database, print: Print): Promise<boolean> => {
  const staff = accounts.map(({ name }) => ({ kind: 'name', text: name }) as const);
  const places = await scanPlaces({ stateDir, runs, database }, [...traitsIn(readDocket()), ...staff]);
  for (const line of scanInWords(places)) print(line);
  return places.every(({ leaks }) => leaks.length === 0);
};

const closing = ({ from, to, leaps }: Play, ms: number, { temporalUiUrl }: DemoConfig): readonly string[] => [
  `\n法定时间 ${chineseDay(dateOf(from))}至${chineseDay(dateOf(to))}，时钟推进 ${leaps} 次；实际用时 ${(ms / 1000).toFixed(1)} 秒。`,
  ...(temporalUiUrl === undefined ? [] : [`流程监督界面：${temporalUiUrl}`]),
];

/** Nothing lost and nothing doubled; under sabotage exactly what was planted. */
const isAsExpected = ({ lost, doubled, differing }: Tally, sabotage: boolean): boolean => {
  const planted = sabotage ? 1 : 0;
  return lost.length === planted && doubled.length === planted && differing.length === 0;
};
