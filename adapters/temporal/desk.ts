import type { KeyObject } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateStage,
  type Client,
  type WorkflowUpdateHandle,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Instant } from '../../domain/calendar/instant.ts';
import { requestAddress } from '../../domain/assistance/process.ts';
import { caseAddress } from '../../domain/enforcement-case/plan.ts';
import type { StaffId } from '../../domain/enforcement-case/proposal.ts';
import type { AcceptedReply, ActOutcome, Desk, FilingOutcome, KeyedAct, ReplyOutcome } from '../../domain/ports/desk.ts';
import type { CaseFile } from '../../domain/enforcement-case/case.ts';
import { type ActAnswer, type Filing, type Posted, type PostedAct, type SignalBodies } from '../../workflows/messages/messages.ts';
import { caseNo, courtCode } from '../../workflows/messages/search-attributes.ts';
import { signAssertion } from '../crypto/actor-assertion.ts';
import type { Admission, Admissions } from '../postgres/admissions.ts';

export interface DeskParts {
  readonly client: Client;
  readonly admissions: Admissions;
  readonly assertionKey: KeyObject;
  readonly taskQueue: string;
}

/**
 * The counter's way to the processes. Whatever is admitted bears the court's instant of its admission, during which the clock cannot
 * leap; and is answered as accepted only when the engine holds it for good.
 */
export const temporalDesk = (parts: DeskParts): Desk => ({
  file: (filing) => file(parts, filing),
  actOnCase: (caseId, act) => actOn(parts, caseAddress(caseId), act),
  actOnRequest: (requestNo, act) => actOn(parts, requestAddress(requestNo), act),
  reply: (reply) => takeReply(parts, reply),
});

const signed = async ({ assertionKey }: DeskParts, { actId, actor, bodyHash }: KeyedAct<unknown>, at: Instant) => {
  const { id, role, court, unit } = actor;
  const who = { id, role, court, ...(unit !== undefined && { unit }) };
  return { actId, bodyHash, assertion: await signAssertion(assertionKey, { actId, actor: who, bodyHash, at }) };
};

const file = async (parts: DeskParts, filing: KeyedAct<CaseFile>): Promise<FilingOutcome> => {
  const { client, admissions, taskQueue } = parts;
  const { actId, act: caseFile, actor } = filing;
  const workflowId = caseAddress(caseFile.caseId);
  const outcome = await admissions.admit<FilingOutcome>(
    { id: actId, recipient: workflowId, signal: 'filing' },
    async ({ at, offsetMs }) => {
      const posted: Filing['posted'] = {
        id: actId,
        at,
        offsetMs,
        actor: { id: actor.id as StaffId },
        signed: await signed(parts, filing, at),
      };
      try {
        await client.withDeadline(Date.now() + 5_000, () =>
          client.workflow.start('enforceCase', {
            workflowId,
            taskQueue,
            args: [{ filing: { file: caseFile, posted } }],
            workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
            workflowIdConflictPolicy: 'FAIL',
            staticSummary: `执行案件 ${caseFile.caseId}`,
            typedSearchAttributes: [
              { key: caseNo, value: caseFile.caseId },
              { key: courtCode, value: caseFile.court },
            ],
          }),
        );
        return { admitted: true, value: { kind: 'filed', at, repeated: false } as const };
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) return { admitted: false, value: { kind: 'unavailable' } as const };
        return { admitted: false, value: { kind: 'filed', at, repeated: true } as const };
      }
    },
  );
  return outcome ?? { kind: 'unavailable' };
};

/** An act the engine holds and has not answered yet, or what became of it. */
type Entered<Refusal> =
  { readonly update: WorkflowUpdateHandle<ActAnswer>; readonly at: Instant } | { readonly outcome: ActOutcome<Refusal> };

const actOn = async <Refusal>(
  parts: DeskParts,
  workflowId: string,
  keyed: KeyedAct<{ readonly kind: string }>,
): Promise<ActOutcome<Refusal>> => {
  const { actId, bodyHash } = keyed;
  const done = await parts.admissions.actDone(actId);
  if (done !== undefined) return done.bodyHash === bodyHash ? { kind: 'done', at: done.at, result: done.result } : { kind: 'keyReused' };

  const entered = await parts.admissions.admit<Entered<Refusal>>({ id: actId, recipient: workflowId, signal: 'act' }, (admission) =>
    enterAct<Refusal>(parts, workflowId, keyed, admission),
  );
  if (entered === undefined) return { kind: 'unavailable' };
  if ('outcome' in entered) return entered.outcome;
  return (await answerWithin<Refusal>(entered.update, keyed, entered.at, laterPatienceMs)) ?? { kind: 'accepted', at: entered.at };
};

/** Most acts are answered while the clock is still held, so that nothing need be noted of them. */
const firstPatienceMs = 1_500;
const laterPatienceMs = 2_500;

const enterAct = async <Refusal>(
  parts: DeskParts,
  workflowId: string,
  keyed: KeyedAct<{ readonly kind: string }>,
  admission: Admission,
): Promise<{ readonly admitted: boolean; readonly value: Entered<Refusal> }> => {
  const { client } = parts;
  const { actId, act } = keyed;
  const posted = await postedAct(parts, keyed, admission);
  try {
    const update = await client.withDeadline(Date.now() + 4_000, () =>
      client.workflow.getHandle(workflowId).startUpdate<ActAnswer, [PostedAct<unknown>]>(act.kind, {
        args: [posted],
        updateId: actId,
        waitForStage: WorkflowUpdateStage.ACCEPTED,
      }),
    );
    const outcome = await answerWithin<Refusal>(update, keyed, admission.at, firstPatienceMs);
    if (outcome === undefined) return { admitted: true, value: { update, at: admission.at } };
    return { admitted: false, value: { outcome } };
  } catch (error) {
    return { admitted: false, value: { outcome: outcomeOfRefusal<Refusal>(error) } };
  }
};

/** What came of an accepted act, or nothing when it is not decided yet. */
const answerWithin = async <Refusal>(
  update: WorkflowUpdateHandle<ActAnswer>,
  keyed: Pick<KeyedAct<unknown>, 'bodyHash'>,
  at: Instant,
  patienceMs: number,
): Promise<ActOutcome<Refusal> | undefined> => {
  const answered = update.result().then(
    ({ bodyHash, ...result }): ActOutcome<Refusal> => (bodyHash === keyed.bodyHash ? { kind: 'done', at, result } : { kind: 'keyReused' }),
    (error: unknown) => outcomeOfRefusal<Refusal>(error),
  );
  const outcome = await Promise.race([answered, pause(patienceMs, undefined)]);
  return outcome?.kind === 'unavailable' ? undefined : outcome;
};

const postedAct = async (
  parts: DeskParts,
  keyed: KeyedAct<{ readonly kind: string }>,
  { at, offsetMs }: Admission,
): Promise<PostedAct<unknown>> => {
  const { actId, actor, act } = keyed;
  const { id, level } = actor;
  return {
    id: actId,
    at,
    offsetMs,
    body: act,
    actor: { id: id as StaffId, ...(level !== undefined && { level }) },
    signed: await signed(parts, keyed, at),
  };
};

/** What the engine's trouble means to whoever acted. Only a refusal of the process itself is an answer; all else may be tried again. */
const outcomeOfRefusal = <Refusal>(error: unknown): ActOutcome<Refusal> => {
  if (error instanceof WorkflowNotFoundError) return { kind: 'unknown' };
  if (!(error instanceof WorkflowUpdateFailedError)) return { kind: 'unavailable' };
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure)) return { kind: 'unavailable' };
  const [refusal] = cause.details ?? [];
  return refusal === undefined ? { kind: 'unavailable' } : { kind: 'refused', refusal: refusal as Refusal };
};

const takeReply = async ({ client, admissions }: DeskParts, reply: AcceptedReply): Promise<ReplyOutcome> => {
  const { unit, replyNo, requestNo, stepNo, answer } = reply;
  const workflowId = requestAddress(requestNo);
  const id = `reply:${unit}:${replyNo}`;
  const addressee = await admissions.unitOfRequest(requestNo);
  if (addressee === undefined) return { kind: 'unknownRequest' };
  if (addressee !== unit) return { kind: 'foreignRequest' };
  if (await admissions.isKnown(id)) return { kind: 'taken', repeated: true };
  const outcome = await admissions.admit<ReplyOutcome>({ id, recipient: workflowId, signal: 'reply' }, async ({ at, offsetMs }) => {
    const body: SignalBodies['reply'] = { type: 'reply', at, unit, replyNo, stepNo, answer };
    const posted: Posted<SignalBodies['reply']> = { id, at, offsetMs, body };
    try {
      await client.withDeadline(Date.now() + 4_000, () => client.workflow.getHandle(workflowId).signal('reply', posted));
      return { admitted: true, value: { kind: 'taken', repeated: false } as const };
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) return { admitted: false, value: { kind: 'unavailable' } as const };
      await admissions.keepOnFile(reply, at);
      return { admitted: false, value: { kind: 'taken', repeated: false } as const };
    }
  });
  return outcome ?? { kind: 'unavailable' };
};
