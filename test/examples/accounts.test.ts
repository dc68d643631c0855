import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PayloadCodec } from '@temporalio/common';
import { openDatabase, type Database } from '../../adapters/postgres/client.ts';
import { accountOfHistories } from '../../examples/demo/accounts/by-histories.ts';
import { accountOfRecord } from '../../examples/demo/accounts/by-record.ts';
import { accountOfUnits } from '../../examples/demo/accounts/by-units.ts';
import type { HistoryEvent } from '../../examples/demo/accounts/histories.ts';
import type { Play } from '../../examples/demo/play.ts';
import { createDatabase } from '../support/database.ts';
import { moment } from '../support/story.ts';

const ours = '2026-yun2301-zhi-1';
const other = '2026-yun2301-zhi-2';

describe('the account of the units', () => {
  const step = (stepNo: string, kind: string, actionId = 'C04-1') => ({
    stepNo,
    requestNo: stepNo.slice(0, stepNo.lastIndexOf('/')),
    unit: 'cx-social-insurance',
    actionId,
    step: kind,
    acts: 1,
  });
  const play: Play = {
    from: moment('2026-11-24 09:30'),
    to: moment('2026-12-24 09:30'),
    leaps: 9,
    onOfficeList: [`${ours}/3`],
    liaisonAnswers: [{ requestNo: `${ours}/3`, stepNo: `${ours}/3/1`, replyNo: 'cxs-congress:demo-7' }],
  };
  const log = {
    received: [
      step(`${ours}/1/1`, 'service'),
      step(`${ours}/1/2`, 'reminder'),
      step(`${ours}/1/3`, 'order'),
      step(`${ours}/2/1`, 'service', 'C09-2'),
      step(`${other}/1/1`, 'service'),
    ],
    sent: [
      { replyNo: 'n-1', requestNo: `${ours}/1`, stepNo: `${ours}/1/4`, unit: 'cx-social-insurance', kind: 'lifted' },
      { replyNo: 'n-2', requestNo: `${other}/1`, stepNo: `${other}/1/1`, unit: 'cx-social-insurance', kind: 'lifted' },
    ],
  };

  it('counts what they received, what the office found on its list and what liaison officers answered, of the cases of the run alone', () => {
    const { figures, acted, sent } = accountOfUnits(log, play, [ours]);

    expect(figures).toEqual({ cases: 1, requests: 2, reminders: 1, escalations: 3, liftsConfirmed: 1 });
    expect(acted).toHaveLength(4);
    expect(sent.map(({ unit, replyNo }) => [unit, replyNo])).toEqual([
      ['cx-social-insurance', 'n-1'],
      ['cxs-congress', 'cxs-congress:demo-7'],
    ]);
  });
});

describe('the account of the record', () => {
  let drop: () => Promise<void>;
  let database: Database;

  beforeAll(async () => {
    const created = await createDatabase();
    drop = created.drop;
    database = openDatabase(created.url, 2);
    const at = new Date('2026-11-24T01:30:00Z');
    const request = `request/${ours}/1`;
    const file = { requestNo: `${ours}/1`, unit: 'cx-social-insurance', actionId: 'C04-1' };
    const reminder = { step: 'reminder', of: `${ours}/1/1` };
    const lines: readonly (readonly [stream: string, type: string, body: object, actId?: string])[] = [
      [`case/${ours}`, 'CaseFiled', {}, 'court-system:k-1'],
      [request, 'RequestOpened', { file }, 'judge:k-2'],
      [request, 'StepDecided', { stepNo: `${ours}/1/1`, step: 'service' }, 'judge:k-2'],
      [request, 'StepDelivered', { stepNo: `${ours}/1/1`, step: 'service' }, 'errand:run#2'],
      [request, 'StepDecided', { stepNo: `${ours}/1/2`, ...reminder }],
      [request, 'StepDelivered', { stepNo: `${ours}/1/2`, step: 'reminder' }, 'errand:run#5'],
      [request, 'StepDecided', { stepNo: `${ours}/1/3`, ...reminder }],
      [request, 'StepDecided', { stepNo: `${ours}/1/4`, step: 'service' }, 'clerk:k-3'],
      [request, 'ReportedToOffice', { stepNo: `${ours}/1/1` }],
      [request, 'AnswerReceived', { replyNo: 'n-1', stepNo: `${ours}/1/1`, answer: { kind: 'noRecord' } }],
      [`case/${other}`, 'CaseFiled', {}],
    ];
    const rows = lines.map(([stream, type, body, actId], index) => ({
      stream,
      number: index + 1,
      type,
      at,
      contentHash: `${index}`,
      body: { type, ...body },
      actId: actId ?? null,
      caseId: stream.includes(other) ? other : ours,
    }));
    await database.event.createMany({ data: rows });
  });

  afterAll(async () => {
    await database.$disconnect();
    await drop();
  });

  it('counts events and knows acts and answers, of the cases of the run alone', async () => {
    const { figures, delivered, answers, actIds } = await accountOfRecord(database, [ours]);

    expect(figures).toEqual({ cases: 1, requests: 1, reminders: 1, escalations: 1, liftsConfirmed: 0 });
    expect(delivered.map(({ stepNo }) => stepNo)).toEqual([`${ours}/1/1`, `${ours}/1/2`]);
    expect(answers).toEqual([{ unit: 'cx-social-insurance', replyNo: 'n-1', stepNo: `${ours}/1/1` }]);
    expect(actIds).toEqual(expect.arrayContaining(['court-system:k-1', 'judge:k-2', 'clerk:k-3']));
  });

  it('finds a business step that was decided twice, and lets a person have one served again', async () => {
    const { decidedAgain } = await accountOfRecord(database, [ours]);

    expect(decidedAgain).toEqual([{ stepNo: `${ours}/1/3`, step: 'reminder' }]);
  });
});

describe('the account of the histories', () => {
  const asItStands: PayloadCodec = { encode: async (payloads) => payloads, decode: async (payloads) => payloads };
  const payloads = (value: unknown) => ({ payloads: [{ data: Buffer.from(JSON.stringify(value)) }] });
  const begun = (name: string, input: unknown): HistoryEvent => ({
    workflowExecutionStartedEventAttributes: { workflowType: { name }, input: payloads(input) },
  });
  const signalled = (answer: string): HistoryEvent => ({
    workflowExecutionSignaledEventAttributes: {
      signalName: 'reply',
      input: payloads({
        id: 'reply:cx-natural-resources:n-1',
        body: { unit: 'cx-natural-resources', replyNo: 'n-1', stepNo: `${ours}/1/2`, answer: { kind: answer } },
      }),
    },
  });
  const accepted = (updateId: string): HistoryEvent => ({
    workflowExecutionUpdateAcceptedEventAttributes: { acceptedRequest: { meta: { updateId } } },
  });
  const recorded = (...events: readonly object[]): HistoryEvent => ({
    activityTaskCompletedEventAttributes: { result: payloads({ events }) },
  });
  const runs = [
    {
      workflowId: `case/${ours}`,
      events: [
        begun('enforceCase', {}),
        accepted('judge:k-1'),
        accepted('judge:k-2'),
        { workflowExecutionUpdateCompletedEventAttributes: { meta: { updateId: 'judge:k-2' }, outcome: { failure: {} } } },
      ],
    },
    {
      workflowId: `request/${ours}/1`,
      events: [
        begun('seekAssistance', { carried: { state: { file: { actionId: 'C14-2' } } } }),
        recorded({ type: 'StepDelivered', step: 'reminder' }, { type: 'ReportedToOffice' }),
        signalled('lifted'),
        signalled('lifted'),
      ],
    },
    { workflowId: `request/${ours}/1`, events: [begun('seekAssistance', {}), recorded({ type: 'StepDelivered', step: 'order' })] },
  ];

  it('counts workflows once over all their runs, signals once each, and what was recorded', async () => {
    const { figures } = await accountOfHistories(runs, asItStands);

    expect(figures).toEqual({ cases: 1, requests: 1, reminders: 1, escalations: 2, liftsConfirmed: 1 });
  });

  it('knows the acts that were accepted and not refused', async () => {
    expect((await accountOfHistories(runs, asItStands)).actIds).toEqual(['judge:k-1']);
  });
});
