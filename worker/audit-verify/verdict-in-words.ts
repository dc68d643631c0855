import type { AuditFault, AuditVerdict, BrokenChain } from '../../domain/ports/reconciliation.ts';
import { processInWords } from '../process-in-words.ts';

/** The outcome of an audit as one sentence. */
export const verdictInWords = (verdict: AuditVerdict): string =>
  verdict.kind === 'whole' ? `审计链完整，共 ${verdict.lines} 行。` : `审计链不完整：${faultInWords(verdict)}`;

const faultInWords = ({ fault, seq = '', what }: BrokenChain): string => faults[fault](seq, eventInWords(what));

const faults: Record<AuditFault, (seq: string, what: string) => string> = {
  altered: (seq, what) => `第 ${seq} 行的内容被改动（${what}）。`,
  missing: (seq) => `第 ${seq} 行缺失。`,
  reordered: (seq, what) => `第 ${seq} 行的位置被调换（${what}）。`,
  added: (seq, what) => `第 ${seq} 行未经审计链编号，系另行添加（${what}）。`,
  eventAltered: (seq, what) => `第 ${seq} 行所证明的记录与现存记录不符，记录被改动（${what}）。`,
  eventLost: (seq, what) => `第 ${seq} 行所证明的记录已不存在（${what}）。`,
  eventUnaudited: (_seq, what) => `有记录未列入审计链（${what}）。`,
};

/** `case/2026-yun2301-zhi-1#6 PaperSigned` is the sixth record of a case; anything else was written to be read. */
const eventInWords = (what: string): string => {
  const [, process, number] = /^(.+)#(\d+) \w+$/.exec(what) ?? [];
  return process === undefined ? what : `${processInWords(process)} 第 ${number} 条记录`;
};
