import { DefaultFailureConverter } from '@temporalio/common';

/**
 * Puts messages and stacks of failures into a payload, where the codec encrypts them; else they stand in the history as plain text.
 * Temporal loads this file by path, into the workflow bundle and by `require` from source: it imports nothing else and holds no types.
 */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
