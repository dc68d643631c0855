import type { Answer } from '../../domain/assistance/answer.ts';
import type { AssistanceEvent } from '../../domain/assistance/events.ts';
import { requestEventInWords } from '../../domain/assistance/words.ts';
import { formatYuan } from '../../domain/claim/money.ts';
import type { CaseEvent } from '../../domain/enforcement-case/events.ts';
import { caseEventInWords } from '../../domain/enforcement-case/words.ts';
import { lastDayOf } from '../../domain/measure/measure.ts';
import type { PaperKind } from '../../domain/paper/paper.ts';
import type { ReferralEvent } from '../../domain/referral/events.ts';
import { referralEventInWords } from '../../domain/referral/words.ts';
import type { Happening } from './seen.ts';

export type Tone = 'plain' | 'good' | 'pressing' | 'bad' | 'quiet';

/** One recorded event as a line of the live timeline. Of the court's own bookkeeping nothing is shown. */
export interface Line {
  readonly words: string;
  readonly tone: Tone;
  /** The papers it speaks of. Lines that differ in nothing else are told as one. */
  readonly papers?: readonly PaperKind[];
}

export const lineOf = ({ stream, body }: Happening): Line | undefined => {
  if (stream.startsWith('request/')) return ofRequest(body as AssistanceEvent);
  if (stream.startsWith('referral/')) return ofReferral(body as ReferralEvent);
  return ofCase(body as CaseEvent);
};

const ofCase = (event: CaseEvent): Line | undefined => {
  const words = caseEventInWords(event);
  switch (event.type) {
    case 'CaseFiled':
    case 'PropertyFound':
    case 'NoticeServed':
    case 'NobodyToAsk':
      return { words, tone: 'plain' };
    case 'ProposalDrawnUp':
      return { words, tone: 'quiet', papers: event.proposal.papers.map(({ kind }) => kind) };
    case 'PaperIssued':
      return { words, tone: 'quiet', papers: [event.paper.kind] };
    case 'PaymentRecorded':
      return { words: `${words}${formatYuan(event.payment.amount)}`, tone: 'good' };
    case 'DebtSatisfied':
    case 'CaseClosed':
      return { words, tone: 'good' };
    case 'ReferralStarted':
      return { words, tone: 'pressing' };
    case 'ProposalOverdue':
    case 'DutyOverdue':
      return { words, tone: 'bad' };
    default:
      return undefined;
  }
};

const ofRequest = (event: AssistanceEvent): Line | undefined => {
  const words = requestEventInWords(event);
  switch (event.type) {
    case 'StepDelivered': {
      const isPressing = event.step === 'reminder' || event.step === 'order';
      const until = event.clock === undefined ? '' : `，限${event.clock.lastDay}前答复`;
      return { words: `${words}${until}`, tone: isPressing ? 'pressing' : 'plain' };
    }
    case 'AnswerReceived':
      return { words: `${words}：${answerInWords[event.answer.kind]}${event.late ? '（逾期）' : ''}`, tone: 'plain' };
    case 'MeasureRegistered':
    case 'MeasurePromoted':
    case 'MeasureRenewed': {
      const { endsAt } = event.line;
      return { words: endsAt === undefined ? words : `${words}，至${lastDayOf(endsAt)}止`, tone: 'good' };
    }
    case 'MeasureLifted':
    case 'MarkCleared':
      return { words, tone: 'good' };
    case 'ReportedToOffice':
    case 'ChainInformed':
      return { words, tone: 'pressing' };
    case 'TermPassed':
    case 'DeliveryFailed':
    case 'DeliveryLeftToClerk':
    case 'OrderAwaitsSignature':
    case 'OrderIgnored':
    case 'ReviewSuggested':
    case 'ReplyKeptOnFile':
    case 'MeasureLapsed':
      return { words, tone: 'bad' };
    default:
      return undefined;
  }
};

const ofReferral = (event: ReferralEvent): Line | undefined => {
  const words = referralEventInWords(event);
  switch (event.type) {
    case 'ReferralOpened':
    case 'ReportNoted':
    case 'PoliceServed':
    case 'SupervisionServed':
      return undefined;
    case 'PoliceFiled':
    case 'NoticeToFile':
      return { words, tone: 'good' };
    case 'PoliceSilent':
    case 'PoliceDidNotFile':
    case 'PoliceIgnoredNotice':
      return { words, tone: 'bad' };
    default:
      return { words, tone: 'plain' };
  }
};

const answerInWords: Readonly<Record<Answer['kind'], string>> = {
  records: '有登记信息',
  noRecord: '无登记信息',
  registered: '已办理查封登记',
  promoted: '轮候查封已生效',
  renewed: '已办理续行',
  notControlled: '未能控制',
  lifted: '已解除',
  markCleared: '已涂销',
  urged: '已督促',
  noted: '已知悉',
  caseAccepted: '受案',
  caseComplex: '案情复杂',
  caseFiled: '立案',
  caseNotFiled: '不予立案',
  reasonsRequested: '已要求说明不立案理由',
  noticeToFile: '已通知立案',
  reasonsHold: '不立案理由成立',
  reviewSuggested: '提出审查建议',
  returned: '退回补正',
  identityMismatch: '身份信息不符',
  refused: '拒绝协助',
};
