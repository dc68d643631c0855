import { setTimeout as pause } from 'node:timers/promises';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';

/** Waits until it holds; says what it waited for when that takes too long. */
export const until = async (what: string, holds: () => Promise<boolean>, patienceMs = 60_000): Promise<void> => {
  for (const deadline = Date.now() + patienceMs; !(await holds()); await pause(25)) {
    if (Date.now() > deadline) throw new Error(`Waited ${patienceMs / 1000} s in vain until ${what}`);
  }
};

/** Whether a workflow has ended, or lives and has nothing in hand: neither a task nor an activity. */
export const isIdle = async (client: Client, workflowId: string): Promise<boolean> => {
  try {
    const { status, raw } = await client.workflow.getHandle(workflowId).describe();
    return status.name !== 'RUNNING' || ((raw.pendingActivities ?? []).length === 0 && !raw.pendingWorkflowTask);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
};

/**
 * Waits until it holds at two looks in a row: between two workflows there is a moment in which neither has what one has sent the other.
 */
export const untilTwice = (what: string, holds: () => Promise<boolean>): Promise<void> => {
  let before = false;
  return until(what, async () => {
    const now = await holds();
    const twice = before && now;
    before = now;
    return twice;
  });
};
