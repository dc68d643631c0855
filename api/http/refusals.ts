import type { RequestRefusal } from '../../domain/assistance/decide.ts';
import { formatYuan, type Fen } from '../../domain/claim/money.ts';
import type { CaseRefusal, ClosingObstacle } from '../../domain/enforcement-case/acts.ts';
import type { SigningLevel } from '../../domain/paper/paper.ts';
import type { EvidenceGroup } from '../../domain/referral/referral.ts';
import { assertNever } from '../../domain/result.ts';
import type { FieldFault } from '../contract/rules.ts';
import type { Problem } from './problem.ts';

/** Everything that a process, or the record, may answer to an act. */
export type Refusal = CaseRefusal | RequestRefusal | { readonly kind: 'recordRefused' | 'recordForked' };

/** The refusal of an act as the person hears it. */
export const problemOfRefusal = (refusal: Refusal): Problem => {
  const { status, title } = standing[refusal.kind];
  return { kind: refusal.kind, status, title, denied: true, ...particulars(refusal) };
};

/** A kind of refusal without a status does not compile. */
const standing: Readonly<Record<Refusal['kind'], { readonly status: number; readonly title: string }>> = {
  caseClosed: { status: 409, title: '案件已经结案' },
  notYourSignature: { status: 403, title: '无权签发' },
  proposalUnknown: { status: 404, title: '没有这个拟办事项' },
  nothingToSign: { status: 409, title: '没有可签发的文书' },
  makerMayNotCheck: { status: 403, title: '承办与审核不得为同一人' },
  noticeUnknown: { status: 404, title: '没有待送达的文书' },
  dayInFuture: { status: 422, title: '日期有误' },
  notADebtor: { status: 422, title: '不是本案被执行人' },
  evidenceMissing: { status: 409, title: '移送证据不齐' },
  alreadyReferred: { status: 409, title: '已经移送' },
  notPerformed: { status: 409, title: '债务尚未清偿' },
  requestUnknown: { status: 404, title: '没有这个协助事项' },
  nothingToLift: { status: 409, title: '没有可解除的措施' },
  alreadyLifting: { status: 409, title: '正在解除' },
  notClosable: { status: 409, title: '尚不能结案' },
  requestEnded: { status: 409, title: '协助事项已经终结' },
  noReviewPending: { status: 409, title: '没有待答复的审查建议' },
  nothingToServe: { status: 409, title: '没有需要重新送达的文书' },
  recordRefused: { status: 409, title: '案卷记录不予登记' },
  recordForked: { status: 409, title: '案卷记录出现分歧' },
};

const particulars = (refusal: Refusal): Pick<Problem, 'detail' | 'faults' | 'extra'> => {
  switch (refusal.kind) {
    case 'caseClosed':
      return { detail: '该案已经结案，不再办理新的事项。' };
    case 'notYourSignature':
      return { detail: refusal.level === 'none' ? '您的身份不签发文书。' : `此事项应由${levelInWords[refusal.level]}签发。` };
    case 'proposalUnknown':
      return { detail: '该拟办事项不存在，或者已经办理、撤回。' };
    case 'nothingToSign':
      return { detail: nothingToSignInWords(refusal.awaits) };
    case 'makerMayNotCheck':
      return { detail: '您已在承办环节签署该文书，审核环节须由他人签发。' };
    case 'noticeUnknown':
      return { detail: '该文书尚未签发、无须送达当事人，或者已经登记送达。' };
    case 'dayInFuture':
      return { detail: '所填日期晚于今日。', faults: [at(`/${refusal.field}`, 'dayInFuture')] };
    case 'notADebtor':
      return { detail: '所填当事人不是本案被执行人。', faults: [at('/debtor', 'notOffered')] };
    case 'evidenceMissing':
      return {
        detail: `移送公安机关前，尚缺${refusal.groups.map((group) => groupInWords[group]).join('、')}。`,
        extra: { missing: refusal.groups },
      };
    case 'alreadyReferred':
      return { detail: '该被执行人涉嫌拒不执行判决、裁定一案已经移送，尚未终结。' };
    case 'notPerformed':
      return { detail: `尚欠${formatYuan(refusal.fen as Fen)}，不能以已经履行为由解除。` };
    case 'requestUnknown':
      return { detail: '本案没有这个协助事项，请核对编号。' };
    case 'nothingToLift':
      return { detail: '该协助事项没有生效的措施，或者措施已经解除。' };
    case 'alreadyLifting':
      return { detail: '该协助事项的解除手续已在办理。' };
    case 'notClosable':
      return {
        detail: `尚有${refusal.obstacles.length}项未了，不能以执行完毕结案。`,
        extra: { obstacles: refusal.obstacles.map(obstacleView) },
      };
    case 'requestEnded':
      return { detail: '该协助事项已经终结，不再办理。' };
    case 'noReviewPending':
      return { detail: '没有该编号的审查建议，或者已经答复。', faults: [at('/replyNo', 'notOffered')] };
    case 'nothingToServe':
      return { detail: '该协助事项的文书已经送达，或者正在送达，无须重新送达。' };
    case 'recordRefused':
      return { detail: '案卷记录的约束不允许登记此事项，没有发生任何变更。' };
    case 'recordForked':
      return { detail: '该案的案卷记录与流程出现分歧，已停止办理，请联系系统管理人员。' };
    default:
      return assertNever(refusal);
  }
};

const at = (pointer: string, rule: FieldFault['rule']): FieldFault => ({ pointer, rule });

const nothingToSignInWords = (awaits: readonly SigningLevel[]): string =>
  awaits.length === 0 ? '所列事项的文书都已签发。' : `所列事项正等待${awaits.map((level) => levelInWords[level]).join('、')}签发。`;

export const levelInWords: Readonly<Record<SigningLevel, string>> = { judge: '执行法官', bureauHead: '执行局长', president: '院长' };

export const groupInWords: Readonly<Record<EvidenceGroup, string>> = {
  identity: '主体身份证据',
  duty: '负有执行义务的证据',
  ability: '有能力执行的证据',
  refusalActs: '拒不执行行为的证据',
  circumstances: '情节严重的证据',
};

/** What stands between a case and its closing, in a sentence. */
export const obstacleView = (obstacle: ClosingObstacle) => ({ ...obstacle, message: obstacleInWords(obstacle) });

const obstacleInWords = (obstacle: ClosingObstacle): string => {
  switch (obstacle.kind) {
    case 'debtOutstanding':
      return `尚欠${formatYuan(obstacle.fen as Fen)}。`;
    case 'controlUnanswered':
      return `协助事项${obstacle.requestNo}尚未答复，是否已经查封不明。`;
    case 'urgingNotEnded':
      return `协助事项${obstacle.requestNo}的督促尚未终止。`;
    case 'measureInForce':
      return `协助事项${obstacle.requestNo}第${obstacle.lineNo}项查封尚未确认解除。`;
    case 'measureWaiting':
      return `协助事项${obstacle.requestNo}第${obstacle.lineNo}项轮候查封尚未确认解除。`;
    case 'markNotCleared':
      return `协助事项${obstacle.requestNo}第${obstacle.lineNo}项查封已经失效，登记尚未确认涂销。`;
    default:
      return assertNever(obstacle);
  }
};
