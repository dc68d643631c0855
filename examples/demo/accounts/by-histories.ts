import type { PayloadCodec } from '@temporalio/common';
import { z } from 'zod';
import { howMany, type HistoriesAccount, type UnitAnswer } from './account.ts';
import { opened, type HistoryEvent, type KeptRun } from './histories.ts';

/** What an activity of the record brought back to its workflow. */
const Turned = z.object({ events: z.array(z.looseObject({ type: z.string(), step: z.string().optional() })) });

const PostedReply = z.object({
  id: z.string(),
  body: z.object({ unit: z.string(), replyNo: z.string(), stepNo: z.string(), answer: z.object({ kind: z.string() }) }),
});

const Carried = z.object({ carried: z.object({ state: z.object({ file: z.object({ actionId: z.string() }) }) }) });

/** What the engine's histories hold of these cases: workflows begun, acts accepted, answers received, and what was recorded. */
export const accountOfHistories = async (runs: readonly KeptRun[], codec: PayloadCodec): Promise<HistoriesAccount> => {
  const read = await Promise.all(runs.map((run) => readRun(run, codec)));
  const begun = (type: string): readonly string[] => read.filter((run) => run.type === type).map(({ workflowId }) => workflowId);
  const recorded = read.flatMap(({ workflowId, actionId, events }) => events.map((event) => ({ ...event, workflowId, actionId })));
  const delivered = recorded.filter(({ type }) => type === 'StepDelivered');
  const answers = onceEach(read.flatMap((run) => run.answers));
  return {
    figures: {
      cases: howMany(begun('enforceCase')),
      requests: howMany(begun('seekAssistance')),
      reminders: delivered.filter(({ step }) => step === 'reminder').length,
      escalations:
        delivered.filter(({ step, actionId }) => step === 'order' || (step === 'service' && actionId === 'C09-2')).length +
        recorded.filter(({ type }) => type === 'ReportedToOffice').length,
      liftsConfirmed: answers.filter(({ kind }) => kind === 'lifted' || kind === 'markCleared').length,
    },
    actIds: read.flatMap((run) => run.actIds),
    answers,
  };
};

interface ReadRun {
  readonly workflowId: string;
  readonly type: string;
  readonly actionId?: string;
  readonly events: z.infer<typeof Turned>['events'];
  readonly actIds: readonly string[];
  readonly answers: readonly ReceivedAnswer[];
}

type ReceivedAnswer = UnitAnswer & { readonly kind: string };

const readRun = async ({ workflowId, events }: KeptRun, codec: PayloadCodec): Promise<ReadRun> => {
  const [start] = events.flatMap(({ workflowExecutionStartedEventAttributes: started }) => (started ? [started] : []));
  const [input] = await opened(codec, start?.input?.payloads);
  const request = Carried.safeParse(input);
  const [recorded, answers] = [await recordedIn(events, codec), await answersIn(events, codec)];
  return {
    workflowId,
    type: start?.workflowType?.name ?? '',
    ...(request.success && { actionId: request.data.carried.state.file.actionId }),
    events: recorded,
    actIds: acceptedIn(events),
    answers,
  };
};

const recordedIn = async (events: readonly HistoryEvent[], codec: PayloadCodec): Promise<ReadRun['events']> => {
  const results = await Promise.all(
    events.map(({ activityTaskCompletedEventAttributes: completed }) => opened(codec, completed?.result?.payloads)),
  );
  return results.flat().flatMap((result) => Turned.safeParse(result).data?.events ?? []);
};

const answersIn = async (events: readonly HistoryEvent[], codec: PayloadCodec): Promise<readonly ReceivedAnswer[]> => {
  const signals = events.flatMap(({ workflowExecutionSignaledEventAttributes: signal }) =>
    signal?.signalName === 'reply' ? [signal] : [],
  );
  const inputs = await Promise.all(signals.map(({ input }) => opened(codec, input?.payloads)));
  return inputs.flat().map((posted) => {
    const { unit, replyNo, stepNo, answer } = PostedReply.parse(posted).body;
    return { unit, replyNo, stepNo, kind: answer.kind };
  });
};

/** Acts under the ids with which they were accepted; one that the process refused afterwards was never taken. */
const acceptedIn = (events: readonly HistoryEvent[]): readonly string[] => {
  const refused = events.flatMap(({ workflowExecutionUpdateCompletedEventAttributes: completed }) =>
    completed?.outcome?.failure ? [completed.meta?.updateId] : [],
  );
  return events
    .flatMap(({ workflowExecutionUpdateAcceptedEventAttributes: accepted }) => accepted?.acceptedRequest?.meta?.updateId ?? [])
    .filter((updateId) => !refused.includes(updateId));
};

/** A signal may arrive more than once; the number tells. */
const onceEach = (answers: readonly ReceivedAnswer[]): readonly ReceivedAnswer[] =>
  answers.filter(({ unit, replyNo }, index) => index === answers.findIndex((one) => one.unit === unit && one.replyNo === replyNo));
