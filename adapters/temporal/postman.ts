import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { CaseRecord, Postman } from '../../domain/ports/record.ts';
import { err, ok } from '../../domain/result.ts';
import { followClock, type Posted } from '../../workflows/messages/messages.ts';

/** Hands messages to processes as signals, which are durable once sent, with or without a worker. */
export const temporalPostman = (client: Client): Postman => ({
  send: async ({ id, to, signal, at, body }, offsetMs) => {
    const posted: Posted<unknown> = { id, at, offsetMs, body };
    try {
      await client.withDeadline(Date.now() + 5_000, () => client.workflow.getHandle(to).signal(signal, posted));
      return ok(undefined);
    } catch (error) {
      return err({ kind: error instanceof WorkflowNotFoundError ? 'recipientClosed' : 'engineAway' });
    }
  },
});

/** Tells processes of the court clock's newest offset, and names those that hold it now or have closed meanwhile. */
export const tellOffset = async (client: Client, workflowIds: readonly string[], offsetMs: number): Promise<readonly string[]> => {
  const told = await Promise.all(
    workflowIds.map((workflowId) =>
      client.workflow
        .getHandle(workflowId)
        .signal(followClock, offsetMs)
        .then(() => true)
        .catch((error: unknown) => error instanceof WorkflowNotFoundError),
    ),
  );
  return workflowIds.filter((_workflowId, index) => told[index]);
};

/** What was put down so lately is on its way by the hand that put it down. */
const beingHandedOverMs = 3_000;

/** Hands over what was recorded and could not be handed over then. What cannot be delivered stays in the record, marked. */
export const resendUnsent = async (record: CaseRecord, postman: Postman, offsetMs: number): Promise<void> => {
  for (const message of await record.unsent(100, beingHandedOverMs)) {
    const sent = await postman.send(message, offsetMs);
    if (sent.ok) await record.markSent(message.id);
    else if (sent.error.kind === 'recipientClosed') await record.markUndeliverable(message.id, sent.error.kind);
    else return;
  }
};
