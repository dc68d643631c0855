import { describe, expect, it } from 'vitest';
import type { AuditFault, AuditVerdict } from '../../../domain/ports/reconciliation.ts';
import { verdictInWords } from '../../../worker/audit-verify/verdict-in-words.ts';

const broken = (fault: AuditFault, what: string, seq?: string): AuditVerdict => ({
  kind: 'broken',
  fault,
  what,
  ...(seq !== undefined && { seq }),
});

describe('the outcome of an audit', () => {
  it('says that the chain is whole, and how long it is', () => {
    expect(verdictInWords({ kind: 'whole', lines: 2048 })).toBe('审计链完整，共 2048 行。');
  });

  it.for<[AuditVerdict, string]>([
    [broken('altered', 'GET /cases/1', '5'), '审计链不完整：第 5 行的内容被改动（GET /cases/1）。'],
    [broken('missing', '', '7'), '审计链不完整：第 7 行缺失。'],
    [
      broken('reordered', 'case/2026-yun2301-zhi-1#6 PaperSigned', '9'),
      '审计链不完整：第 9 行的位置被调换（案件 2026-yun2301-zhi-1 第 6 条记录）。',
    ],
    [
      broken('added', 'request/2026-yun2301-zhi-1/2#3 StepDelivered', '12'),
      '审计链不完整：第 12 行未经审计链编号，系另行添加（协助事项 2026-yun2301-zhi-1/2 第 3 条记录）。',
    ],
    [
      broken('eventAltered', 'referral/2026-yun2301-zhi-1/r1#1 ReferralOpened', '20'),
      '审计链不完整：第 20 行所证明的记录与现存记录不符，记录被改动（移送 2026-yun2301-zhi-1/r1 第 1 条记录）。',
    ],
    [
      broken('eventLost', 'case/2026-yun2301-zhi-1#6 PaperSigned', '21'),
      '审计链不完整：第 21 行所证明的记录已不存在（案件 2026-yun2301-zhi-1 第 6 条记录）。',
    ],
    [
      broken('eventUnaudited', 'case/2026-yun2301-zhi-1#99 CaseFiled'),
      '审计链不完整：有记录未列入审计链（案件 2026-yun2301-zhi-1 第 99 条记录）。',
    ],
  ])('names the line and what is wrong with it: %o', ([verdict, sentence]) => {
    expect(verdictInWords(verdict)).toBe(sentence);
  });
});
