import type { Client } from '@temporalio/client';
import { requestAddress } from '../domain/assistance/process.ts';
import { caseAddress } from '../domain/enforcement-case/plan.ts';
import type { Court } from './court/open-court.ts';
import { reportsIn } from './court/reports.ts';
import { beatsOf } from './floor/beats.ts';
import { playBare } from './floor/play-bare.ts';
import { countOf, readHistory, timeAtWork, type Count } from './history.ts';
import { withoutLeaps } from './leaps.ts';

/** What one workflow cost, and what its bare twin did. Times are milliseconds at work, without the waits for the world. */
export interface Cost extends Count {
  readonly ms: number;
  readonly floor: Count & { readonly ms: number };
}

/** What one case cost: each of its requests by its action, the workflow of the case by itself, and all of them together. */
export interface CaseCosts {
  readonly requests: ReadonlyMap<string, Cost>;
  readonly own: Count;
  readonly all: Count;
}

interface Engine {
  readonly court: Court;
  readonly floor: Client;
}

/**
 * Reads the histories of a case and its requests. A request's Actions are those of its own history and one for each report it sent;
 * together with the case they are counted once, where they arrive.
 */
export const costsOfCase = async ({ court, floor }: Engine, caseId: string): Promise<CaseCosts> => {
  const { client, codec, reader } = court;
  const ofCase = await client.workflow.getHandle(caseAddress(caseId)).fetchHistory();
  const reports = await reportsIn(ofCase, codec);
  const own = countOf(withoutLeaps(readHistory(ofCase)));
  const requests = new Map<string, Cost>();
  let all = own;
  for (const { actionId, state } of await reader.requestsOfCase(caseId)) {
    const { requestNo } = state.file;
    const history = withoutLeaps(readHistory(await client.workflow.getHandle(requestAddress(requestNo)).fetchHistory()));
    const count = countOf(history);
    const twin = await playBare(floor, `floor/${requestNo}`, beatsOf(history));
    requests.set(actionId, {
      events: count.events,
      actions: count.actions + (reports.get(requestNo) ?? 0),
      ms: timeAtWork(history),
      floor: { ...countOf(twin), ms: timeAtWork(twin) },
    });
    all = { events: all.events + count.events, actions: all.actions + count.actions };
  }
  return { requests, own, all };
};
