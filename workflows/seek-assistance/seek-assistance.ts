import { continueAsNew } from '@temporalio/workflow';
import type { RequestAct, RequestOccurrence } from '../../domain/assistance/messages.ts';
import { requestAddress, requestProcess } from '../../domain/assistance/process.ts';
import type { AssistanceRequest } from '../../domain/assistance/request.ts';
import { requestUpdates, signalsInWords, type Carried, type SignalBodies } from '../messages/messages.ts';
import { followProcess, type Procedure } from '../support/process-loop.ts';

/**
 * Asks one unit for one action and stays with it: serves the request with its lawful paper, waits for the answer against the legal
 * clock, reminds, climbs the ladder the law allows, keeps a measure in force, and lifts it when its case says so. Ends when nothing of
 * the request is left anywhere.
 */
export async function seekAssistance({ carried }: { readonly carried: Carried }): Promise<void> {
  const { requestNo } = (carried.state as AssistanceRequest).file;
  const end = await followProcess(assistance(requestAddress(requestNo)), carried);
  if (end.kind === 'full') await continueAsNew<typeof seekAssistance>({ carried: end.carried });
}

const assistance = (
  stream: string,
): Procedure<AssistanceRequest, Parameters<typeof requestProcess.evolve>[1], RequestOccurrence, { kind: string }> => ({
  kind: requestProcess,
  stream,
  acts: requestUpdates,
  onAct: ({ body }, at) => ({ type: 'act', at, act: body as RequestAct }),
  signals: {
    reply: { inWords: signalsInWords.reply, means: (body, at) => ({ ...(body as SignalBodies['reply']), at }) },
    instruction: {
      inWords: signalsInWords.instruction,
      means: (body, at) => ({ type: 'instruction', at, instruction: body as SignalBodies['instruction'] }),
    },
  },
  onDue: (at) => ({ type: 'due', at }),
  bear: () => Promise.resolve(),
});
