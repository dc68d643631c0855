import { describe, expect, it } from 'vitest';
import type { EngineFinding, RecordFinding, Remark } from '../../../domain/ports/reconciliation.ts';
import { reportOf } from '../../../worker/reconcile/report.ts';
import { moment } from '../../support/story.ts';

const report = (findings: readonly RecordFinding[], ofEngine: readonly EngineFinding[] = [], remarks: readonly Remark[] = []) =>
  reportOf(
    moment('2026-03-02 09:05'),
    { processes: 4, events: 120, auditLines: 131, known: [], findings, remarks },
    { processes: 4, findings: ofEngine, remarks: [] },
  );

const kase = 'case/2026-yun2301-zhi-1';
const request = 'request/2026-yun2301-zhi-1/2';

describe('the report of a reconciliation', () => {
  it('says what was looked at and that all of it agrees', () => {
    expect(report([])).toEqual({
      agrees: true,
      lines: [
        '流程引擎、案卷记录与审计链核对（法院时间 2026年3月2日9时5分）',
        '已核对流程 4 个、案卷记录 120 条、审计行 131 行。',
        '结论：三者一致。',
      ],
    });
  });

  it('shows what is worth knowing without making a fault of it', () => {
    const { agrees, lines } = report([], [], [{ kind: 'inertDossier', process: kase }]);
    expect(agrees).toBe(true);
    expect(lines).toContain('  - 案件 2026-yun2301-zhi-1：材料已存入而未立案，不产生任何效力。');
  });

  it('numbers every difference and counts them', () => {
    const { agrees, lines } = report([{ kind: 'rowDiffers', process: kase }], [{ kind: 'workflowMissing', process: request }]);
    expect(agrees).toBe(false);
    expect(lines.slice(2)).toEqual([
      '不一致：',
      '  1. 案件 2026-yun2301-zhi-1：案卷所示的当前状态与其全部记录推算的状态不符。',
      '  2. 协助事项 2026-yun2301-zhi-1/2：案卷有记载，流程引擎中没有对应的流程。',
      '结论：发现不一致 2 处，请技术人员处理。',
    ]);
  });

  const everything: readonly RecordFinding[] = [
    { kind: 'auditBroken', verdict: { kind: 'broken', fault: 'missing', seq: '7', what: '' } },
    { kind: 'rowDiffers', process: kase },
    { kind: 'eventMissing', process: kase, number: 4 },
    { kind: 'rowMissing', process: request },
    { kind: 'neverStarted', process: request },
    { kind: 'undeliverable', message: 'm-1', recipient: kase },
    { kind: 'unsent', message: 'm-2', recipient: kase },
    { kind: 'unread', message: 'm-3', recipient: request },
    { kind: 'unnumbered', paper: 'p1.1' },
    { kind: 'unsigned', paper: 'p1.2' },
    { kind: 'numbersBroken', court: '云2301', year: 2026, paperKind: 'liftNotice' },
  ];
  const ofEngine: readonly EngineFinding[] = [
    { kind: 'workflowMissing', process: request },
    { kind: 'openAfterEnd', process: kase },
    { kind: 'closedBeforeEnd', process: kase, status: 'TERMINATED' },
    { kind: 'stateDiffers', process: kase, engineLine: 3, recordLine: 5 },
    { kind: 'notAnswering', process: kase },
    { kind: 'withoutRecord', process: kase },
    { kind: 'noWorker' },
  ];
  const remarks: readonly Remark[] = [
    { kind: 'inertDossier', process: kase },
    { kind: 'newsAfterEnd', message: 'm-4', recipient: kase },
    { kind: 'filingRefused', process: kase },
    { kind: 'historyGone', process: request },
  ];

  it('has a sentence of its own in Chinese for everything that can be found', () => {
    const { lines } = report(everything, ofEngine, remarks);
    const sentences = lines.filter((line) => /^ {2}(\d+\.|-) /.test(line)).map((line) => line.replace(/^ {2}(\d+\.|-) /, ''));
    expect(sentences).toHaveLength(everything.length + ofEngine.length + remarks.length);
    expect(new Set(sentences).size).toBe(sentences.length);
    const plain = sentences.map((sentence) => sentence.replaceAll(/[\dpmr]+[-.]\d+(\.\d)?|2026-yun2301-zhi-1(\/\d)?/g, ''));
    for (const sentence of plain) expect(sentence).toMatch(/^[^a-zA-Z]+。$/);
    expect(sentences).toContain('云2301 2026 年《解除通知书》的文号不连续。');
    expect(sentences).toContain('案件 2026-yun2301-zhi-1：案卷未办结，流程引擎中已被强行终止。');
  });
});
