import { condition, defineSignal, defineUpdate, proxyActivities, setHandler, sleep } from '@temporalio/workflow';
import type { Beat } from './beats.ts';

/** What the bench's own worker can do: nothing, in one activity. */
export interface BareActivities {
  readonly nothing: () => Promise<void>;
}

const { nothing } = proxyActivities<BareActivities>({ startToCloseTimeout: '10 seconds' });

const nudge = defineSignal('nudge');
const ask = defineUpdate('ask');

/** Plays the beats of a real workflow with nothing in them: what the engine itself costs, whoever uses it. */
export async function bare(beats: readonly Beat[]): Promise<void> {
  let arrived = 0;
  setHandler(nudge, () => {
    arrived += 1;
  });
  setHandler(ask, () => {
    arrived += 1;
  });
  let awaited = 0;
  for (const beat of beats) {
    if (beat === 'activity') await nothing();
    else if (beat === 'timer') await sleep(1);
    else {
      awaited += 1;
      const hasArrived = () => arrived >= awaited;
      if (beat.startsWith('guarded')) await condition(hasArrived, '30 days');
      else await condition(hasArrived);
    }
  }
}
