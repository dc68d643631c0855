import { chineseMinute } from '../../domain/calendar/chinese-date.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import { paperKinds, type PaperKind } from '../../domain/paper/paper.ts';
import type { EngineFinding, Examination, Finding, RecordExamination, Remark } from '../../domain/ports/reconciliation.ts';
import { assertNever } from '../../domain/result.ts';
import { verdictInWords } from '../audit-verify/verdict-in-words.ts';
import { processInWords } from '../process-in-words.ts';

/** What was looked at, what does not agree, and what is worth knowing, line by line; and whether all of it agrees. */
export const reportOf = (
  at: Instant,
  record: RecordExamination,
  engine: Examination<EngineFinding>,
): { readonly lines: readonly string[]; readonly agrees: boolean } => {
  const findings: readonly Finding[] = [...record.findings, ...engine.findings];
  const remarks = [...record.remarks, ...engine.remarks];
  const agrees = findings.length === 0;
  const looked = `已核对流程 ${record.processes} 个、案卷记录 ${record.events} 条、审计行 ${record.auditLines} 行。`;
  return {
    agrees,
    lines: [
      `流程引擎、案卷记录与审计链核对（法院时间 ${chineseMinute(at)}）`,
      looked,
      ...(agrees ? [] : ['不一致：', ...findings.map((finding, index) => `  ${index + 1}. ${findingInWords(finding)}`)]),
      ...(remarks.length === 0 ? [] : ['提示：', ...remarks.map((remark) => `  - ${remarkInWords(remark)}`)]),
      agrees ? '结论：三者一致。' : `结论：发现不一致 ${findings.length} 处，请技术人员处理。`,
    ],
  };
};

const findingInWords = (finding: Finding): string => {
  switch (finding.kind) {
    case 'auditBroken':
      return verdictInWords(finding.verdict);
    case 'rowDiffers':
      return `${processInWords(finding.process)}：案卷所示的当前状态与其全部记录推算的状态不符。`;
    case 'eventMissing':
      return `${processInWords(finding.process)}：缺少第 ${finding.number} 条记录。`;
    case 'rowMissing':
      return `${processInWords(finding.process)}：有记录而无当前状态。`;
    case 'neverStarted':
      return `${processInWords(finding.process)}：没有案件发起过它。`;
    case 'undeliverable':
      return `发往${processInWords(finding.recipient)}的消息无法送达（${finding.message}）。`;
    case 'unsent':
      return `发往${processInWords(finding.recipient)}的消息超过一分钟未发出（${finding.message}）。`;
    case 'unread':
      return `发往${processInWords(finding.recipient)}的消息超过一分钟未处理（${finding.message}）。`;
    case 'unnumbered':
      return `文书 ${finding.paper} 签发齐全而没有文号。`;
    case 'unsigned':
      return `文书 ${finding.paper} 已有文号而签发不全。`;
    case 'numbersBroken':
      return `${finding.court} ${finding.year} 年《${titleOf(finding.paperKind)}》的文号不连续。`;
    default:
      return engineFindingInWords(finding);
  }
};

const engineFindingInWords = (finding: EngineFinding): string => {
  switch (finding.kind) {
    case 'workflowMissing':
      return `${processInWords(finding.process)}：案卷有记载，流程引擎中没有对应的流程。`;
    case 'openAfterEnd':
      return `${processInWords(finding.process)}：案卷已办结，流程引擎中仍在运行。`;
    case 'closedBeforeEnd':
      return `${processInWords(finding.process)}：案卷未办结，流程引擎中已${statuses[finding.status] ?? '结束'}。`;
    case 'stateDiffers':
      return `${processInWords(finding.process)}：流程引擎与案卷的状态不符（流程至第 ${finding.engineLine} 条，案卷至第 ${finding.recordLine} 条）。`;
    case 'notAnswering':
      return `${processInWords(finding.process)}：流程不能应答，无法核对其状态。`;
    case 'withoutRecord':
      return `${processInWords(finding.process)}：流程引擎中有此流程，案卷没有任何记载。`;
    case 'noWorker':
      return '流程引擎没有工作进程应答，流程状态未能逐一核对。';
    default:
      return assertNever(finding);
  }
};

const remarkInWords = (remark: Remark): string => {
  switch (remark.kind) {
    case 'inertDossier':
      return `${processInWords(remark.process)}：材料已存入而未立案，不产生任何效力。`;
    case 'newsAfterEnd':
      return `发往${processInWords(remark.recipient)}的消息在其办结之后到达，仅存档（${remark.message}）。`;
    case 'filingRefused':
      return `${processInWords(remark.process)}：立案未被案卷接受，流程已终止，未成为案件。`;
    case 'historyGone':
      return `${processInWords(remark.process)}：已办结，流程引擎不再保存其历史。`;
    default:
      return assertNever(remark);
  }
};

const titleOf = (kind: string): string => (kind in paperKinds ? paperKinds[kind as PaperKind].title : kind);

const statuses: Readonly<Record<string, string>> = {
  COMPLETED: '正常结束',
  FAILED: '异常结束',
  TERMINATED: '被强行终止',
  CANCELLED: '被取消',
  TIMED_OUT: '超时结束',
};
