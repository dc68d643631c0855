import type { ActivityOptions } from '@temporalio/workflow';

/** The record never gives up: nothing leaves the court before it is written. A try is short, because a database that answers answers soon. */
export const record = {
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '15 seconds' },
} as const satisfies ActivityOptions;

/**
 * An errand is bounded inside itself to one real minute; the rest of the time is for the record before and after it. The heartbeat tells
 * within seconds that its worker has died, and the step is brought again under the same number.
 */
export const errand = {
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '8 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '15 seconds' },
} as const satisfies ActivityOptions;
