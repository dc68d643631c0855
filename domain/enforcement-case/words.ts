import type { CaseEvent, CaseEventType } from './events.ts';

/** What happened, as a timeline and the Temporal UI say it. An event without words does not compile. */
export const caseEventInWords = (event: CaseEvent): string => words[event.type];

const words: Record<CaseEventType, string> = {
  CaseFiled: '执行立案',
  PlanAsked: '研究应启动的协助事项',
  PlanDrawnUp: '拟定协助事项',
  NobodyToAsk: '登记簿中没有承担该职责的单位',
  ProposalDrawnUp: '拟制文书待签',
  PaperSigned: '签署文书',
  PaperIssued: '文书编号发出',
  ProposalCarriedOut: '签发事项已办理',
  ProposalOverdue: '文书逾期未签',
  ProposalWithdrawn: '撤回待签文书',
  ProposalDeclined: '不予签发',
  RequestStarted: '启动协助事项',
  RequestInstructed: '向协助事项发出指令',
  ReportTaken: '收到协助事项报告',
  PropertyFound: '发现财产',
  NoticeServed: '登记送达',
  DutyOpened: '本院期限开始计算',
  DutyMet: '本院期限内办结',
  DutyOverdue: '本院逾期',
  PaymentRecorded: '登记执行款',
  DebtSatisfied: '债务全部履行',
  EvidenceAttached: '附入证据',
  ReferralStarted: '移送涉嫌拒执犯罪',
  ReferralReportTaken: '收到移送程序报告',
  CaseClosed: '结案',
};
