import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examineRecord } from '../../../adapters/postgres/reconcile.ts';
import { examineEngine } from '../../../adapters/temporal/reconcile.ts';
import { openCourt, type Court } from '../../support/court.ts';

let court: Court;
beforeAll(async () => {
  court = await openCourt({ script: [{ when: { actionId: 'C04-1' }, behaviours: [{ silent: true }] }] });
});
afterAll(() => court.close());

/** A case with one request that was answered and one whose unit is silent. */
const aCase = async () => {
  const kase = await court.files();
  await court.rests();
  await kase.approvedBy('judge');
  await court.letDaysPass(2);
  const [answered, silent] = [await kase.request('C14-1'), await kase.request('C04-1')];
  return { kase, stream: `case/${kase.caseId}`, answered: answered.workflowId, silent: silent.workflowId };
};

const examine = async (patienceMs = 1_500) => {
  const { client, database, places } = court;
  const { known } = await examineRecord(database);
  return examineEngine({ client, database, taskQueue: places.taskQueue, patienceMs }, known);
};

/** What is found beside what earlier tests have left. */
const found = async () => [...(await examine()).findings];

describe('engine and record', () => {
  it('agree: every process has its workflow, in the same state on the same line, open as long as it has not ended', async () => {
    const { answered } = await aCase();
    expect((await court.reader.request(answered.slice('request/'.length)))?.ended).toBe(true);
    expect(await examine()).toEqual({ processes: 3, findings: [], remarks: [] });
  });

  it('agree also while the court is at work', async () => {
    const working = Promise.all([aCase(), aCase()]);
    const looks = [await examine(10_000), await examine(10_000), await examine(10_000)];
    await working;
    expect(looks.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('differ when the state in the record was tampered with', async () => {
    const { stream } = await aCase();
    const where = { workflowId: stream };
    const { state, line } = await court.database.process.findUniqueOrThrow({ where });
    await court.database.process.update({ where, data: { state: { ...(state as object), payments: [{ made: 'up' }] } } });
    expect(await found()).toEqual([{ kind: 'stateDiffers', process: stream, engineLine: line, recordLine: line }]);
    await court.database.process.update({ where, data: { state: state ?? {} } });
    expect(await found()).toEqual([]);
  });

  it('differ when the record says that a process has ended and its workflow runs on', async () => {
    const { silent } = await aCase();
    await court.database.process.update({ where: { workflowId: silent }, data: { ended: true } });
    expect(await found()).toEqual([{ kind: 'openAfterEnd', process: silent }]);
    await court.database.process.update({ where: { workflowId: silent }, data: { ended: false } });
  });

  it('differ when somebody has terminated a workflow', async () => {
    const { silent } = await aCase();
    await court.client.workflow.getHandle(silent).terminate();
    expect(await found()).toEqual([{ kind: 'closedBeforeEnd', process: silent, status: 'TERMINATED' }]);
    await court.database.process.update({ where: { workflowId: silent }, data: { ended: true } });
    expect(await found()).toEqual([]);
  });
});

describe('a workflow whose code fails', () => {
  it('cannot say where it stands, and is named', async () => {
    const { silent } = await aCase();
    const { state, ...copied } = await court.database.process.findUniqueOrThrow({ where: { workflowId: silent } });
    const workflowId = `${silent}8`;
    await court.database.process.create({ data: { ...copied, workflowId, state: state ?? {} } });
    const handle = await court.client.workflow.start('seekAssistance', { workflowId, taskQueue: court.places.taskQueue, args: [{}] });
    expect(await found()).toEqual([{ kind: 'notAnswering', process: workflowId }]);
    await handle.terminate();
    await court.database.process.update({ where: { workflowId }, data: { ended: true } });
    expect(await found()).toEqual([]);
  });
});

describe('an orphan', () => {
  it('is a request that was recorded as started and has no workflow', async () => {
    const { silent } = await aCase();
    const row = await court.database.process.findUniqueOrThrow({ where: { workflowId: silent } });
    const { state, ...copied } = row;
    await court.database.process.create({ data: { ...copied, workflowId: `${silent}9`, state: state ?? {} } });
    expect(await found()).toEqual([{ kind: 'workflowMissing', process: `${silent}9` }]);
    await court.database.process.update({ where: { workflowId: `${silent}9` }, data: { ended: true } });
    expect(await examine()).toMatchObject({ findings: [], remarks: [{ kind: 'historyGone', process: `${silent}9` }] });
    await court.database.process.delete({ where: { workflowId: `${silent}9` } });
  });

  it('is a workflow that runs without a line in the record', async () => {
    const workflowId = 'case/2026-yun2301-zhi-made-up';
    const handle = await court.client.workflow.start('enforceCase', {
      workflowId,
      taskQueue: court.places.taskQueue,
      args: [{}],
      startDelay: '1 hour',
    });
    expect(await foundOnceListed(workflowId)).toEqual([{ kind: 'withoutRecord', process: workflowId }]);
    await handle.terminate();
  });

  it('is not made by a filing that the record refused: its workflow has failed, and it was never a case', async () => {
    const { kase } = await aCase();
    const { file } = await kase.state();
    const workflowId = 'case/2026-yun2301-zhi-999999';
    const at = await court.now();
    const signed = { actId: 'nobody:1', bodyHash: 'a'.repeat(64), assertion: 'forged' };
    const posted = { id: 'nobody:1', at, offsetMs: 0, actor: { id: 'nobody' }, signed };
    const filing = { file: { ...file, caseId: '2026-yun2301-zhi-999999' }, posted };
    const options = { workflowId, taskQueue: court.places.taskQueue, args: [{ filing }] };
    const handle = await court.client.workflow.start('enforceCase', options);
    await expect(handle.result()).rejects.toThrow('Workflow execution failed');
    await foundOnceListed(workflowId);
    const { findings, remarks } = await examine();
    expect(remarks).toContainEqual({ kind: 'filingRefused', process: workflowId });
    expect(findings).not.toContainEqual(expect.objectContaining({ process: workflowId }));
  });
});

/** What is found once the server's list, which lags a moment behind, shows the workflow. */
const foundOnceListed = async (workflowId: string) => {
  for (;;) {
    const { findings, remarks } = await examine(0);
    if ([...findings, ...remarks].some((one) => 'process' in one && one.process === workflowId)) return findings;
  }
};

describe('where nobody answers for the workflows', () => {
  it('says so once, and still tells which of them are there', async () => {
    const { client, database, places } = court;
    const unheard = { client, database, taskQueue: places.taskQueue, patienceMs: 0 };
    await court.worker.end();
    const { known } = await examineRecord(database);
    const { findings, processes } = await examineEngine(unheard, known);
    await court.worker.start();
    expect(processes).toBeGreaterThan(3);
    expect(findings.filter(({ kind }) => kind === 'noWorker')).toHaveLength(1);
    expect(findings.filter(({ kind }) => kind === 'notAnswering' || kind === 'stateDiffers')).toEqual([]);
  });
});
