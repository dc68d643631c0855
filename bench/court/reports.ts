import type { WorkflowHandle } from '@temporalio/client';
import { defaultPayloadConverter, type PayloadCodec } from '@temporalio/common';
import type { Posted, SignalBodies } from '../../workflows/messages/messages.ts';

type ServerHistory = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

/**
 * How many reports each request has sent to the case whose history this is. They are signals, so each is an Action that the request
 * causes, though it arrives in the history of the case.
 */
export const reportsIn = async ({ events }: ServerHistory, codec: PayloadCodec): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>();
  for (const { workflowExecutionSignaledEventAttributes: signaled } of events ?? []) {
    if (signaled?.signalName !== 'report') continue;
    const [payload] = await codec.decode(signaled.input?.payloads ?? []);
    if (payload === undefined) continue;
    const { requestNo } = defaultPayloadConverter.fromPayload<Posted<SignalBodies['report']>>(payload).body;
    counts.set(requestNo, (counts.get(requestNo) ?? 0) + 1);
  }
  return counts;
};
