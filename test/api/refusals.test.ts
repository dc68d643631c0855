import { describe, expect, it } from 'vitest';
import { doorFaults } from '../../api/http/door-faults.ts';
import { problemBody } from '../../api/http/problem.ts';
import { problemOfRefusal, type Refusal } from '../../api/http/refusals.ts';
import type { ClosingObstacle } from '../../domain/enforcement-case/acts.ts';
import type { ProposalId } from '../../domain/enforcement-case/proposal.ts';
import type { RequestNo } from '../../domain/assistance/request.ts';
import type { PaperId } from '../../domain/paper/paper.ts';
import type { PartyId } from '../../domain/party/party.ts';

const requestNo = '2026-yun2301-zhi-123/7' as RequestNo;

const obstacles: { readonly [Kind in ClosingObstacle['kind']]: ClosingObstacle } = {
  debtOutstanding: { kind: 'debtOutstanding', fen: 123_450 },
  controlUnanswered: { kind: 'controlUnanswered', requestNo },
  urgingNotEnded: { kind: 'urgingNotEnded', requestNo },
  measureInForce: { kind: 'measureInForce', requestNo, lineNo: 1 },
  measureWaiting: { kind: 'measureWaiting', requestNo, lineNo: 2 },
  markNotCleared: { kind: 'markNotCleared', requestNo, lineNo: 3 },
};

/** One refusal of each kind: a new kind without an example does not compile. */
const refusals: { readonly [Kind in Refusal['kind']]: { readonly refusal: Refusal; readonly status: number } } = {
  caseClosed: { refusal: { kind: 'caseClosed' }, status: 409 },
  notYourSignature: { refusal: { kind: 'notYourSignature', level: 'bureauHead' }, status: 403 },
  proposalUnknown: { refusal: { kind: 'proposalUnknown', proposal: '2026-yun2301-zhi-123.p1' as ProposalId }, status: 404 },
  nothingToSign: { refusal: { kind: 'nothingToSign', awaits: ['judge', 'bureauHead'] }, status: 409 },
  makerMayNotCheck: { refusal: { kind: 'makerMayNotCheck' }, status: 403 },
  noticeUnknown: { refusal: { kind: 'noticeUnknown', paperId: '2026-yun2301-zhi-123.p1.1' as PaperId }, status: 404 },
  dayInFuture: { refusal: { kind: 'dayInFuture', field: 'receivedOn' }, status: 422 },
  notADebtor: { refusal: { kind: 'notADebtor', party: 'p-1' as PartyId }, status: 422 },
  evidenceMissing: { refusal: { kind: 'evidenceMissing', groups: ['identity', 'ability'] }, status: 409 },
  alreadyReferred: { refusal: { kind: 'alreadyReferred' }, status: 409 },
  notPerformed: { refusal: { kind: 'notPerformed', fen: 123_450 }, status: 409 },
  requestUnknown: { refusal: { kind: 'requestUnknown', requestNo }, status: 404 },
  nothingToLift: { refusal: { kind: 'nothingToLift', requestNo }, status: 409 },
  alreadyLifting: { refusal: { kind: 'alreadyLifting', requestNo }, status: 409 },
  notClosable: { refusal: { kind: 'notClosable', obstacles: Object.values(obstacles) }, status: 409 },
  requestEnded: { refusal: { kind: 'requestEnded' }, status: 409 },
  noReviewPending: { refusal: { kind: 'noReviewPending', replyNo: 'hf-1' }, status: 409 },
  nothingToServe: { refusal: { kind: 'nothingToServe' }, status: 409 },
  recordRefused: { refusal: { kind: 'recordRefused' }, status: 409 },
  recordForked: { refusal: { kind: 'recordForked' }, status: 409 },
};

const sentence = /^[^A-Za-z]*[\u4e00-\u9fff].*。$/;

describe('the error table', () => {
  it.each(Object.entries(refusals))(
    'answers %s under its own status, in a Chinese sentence without a developer’s word',
    (kind, { refusal, status }) => {
      const problem = problemOfRefusal(refusal);
      expect(problem).toMatchObject({ kind, status, denied: true, detail: expect.stringMatching(sentence) });
      expect(problem.title).toMatch(/^[\u4e00-\u9fff、]+$/);
      expect(problemBody(problem, 'urn:test')).toMatchObject({ type: `/problems/${kind}`, status, instance: 'urn:test' });
    },
  );

  it('names the field of what a body said wrong', () => {
    const told = (kind: 'dayInFuture' | 'notADebtor' | 'noReviewPending') =>
      problemBody(problemOfRefusal(refusals[kind].refusal), 'urn:test').errors;
    expect(told('dayInFuture')).toEqual([{ pointer: '/receivedOn', rule: 'dayInFuture', message: '日期不得晚于今日。' }]);
    expect(told('notADebtor')).toMatchObject([{ pointer: '/debtor' }]);
    expect(told('noReviewPending')).toMatchObject([{ pointer: '/replyNo' }]);
  });

  it('says which evidence is missing and who must sign', () => {
    expect(problemOfRefusal(refusals.evidenceMissing.refusal).detail).toBe('移送公安机关前，尚缺主体身份证据、有能力执行的证据。');
    expect(problemOfRefusal(refusals.notYourSignature.refusal).detail).toBe('此事项应由执行局长签发。');
    expect(problemOfRefusal(refusals.nothingToSign.refusal).detail).toBe('所列事项正等待执行法官、执行局长签发。');
    expect(problemOfRefusal({ kind: 'notYourSignature', level: 'none' }).detail).toBe('您的身份不签发文书。');
  });

  it('lists every obstacle to closing with its request and line', () => {
    const { extra } = problemOfRefusal(refusals.notClosable.refusal);
    expect(extra?.['obstacles']).toMatchObject([
      { kind: 'debtOutstanding', fen: 123_450, message: '尚欠1,234.50元。' },
      { kind: 'controlUnanswered', message: '协助事项2026-yun2301-zhi-123/7尚未答复，是否已经查封不明。' },
      { kind: 'urgingNotEnded', message: '协助事项2026-yun2301-zhi-123/7的督促尚未终止。' },
      { kind: 'measureInForce', lineNo: 1, message: '协助事项2026-yun2301-zhi-123/7第1项查封尚未确认解除。' },
      { kind: 'measureWaiting', lineNo: 2, message: '协助事项2026-yun2301-zhi-123/7第2项轮候查封尚未确认解除。' },
      { kind: 'markNotCleared', lineNo: 3, message: '协助事项2026-yun2301-zhi-123/7第3项查封已经失效，登记尚未确认涂销。' },
    ]);
  });

  it('has a status of its own kind and a whole sentence for whatever the door refuses', () => {
    for (const { status, title, detail } of Object.values(doorFaults)) {
      expect([400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503]).toContain(status);
      expect(title).toMatch(/^[\u4e00-\u9fff]+$/);
      expect(detail).toMatch(/^[\u4e00-\u9fff].*。$/);
    }
  });
});
