import { ApplicationFailure } from '@temporalio/common';
import type { RecordFailure } from '../domain/ports/record.ts';
import { assertNever } from '../domain/result.ts';

/**
 * The one table from trouble to retry decision. Whatever is not named here, such as a database that is away, is thrown as it is and
 * tried again without end: nothing leaves the court before it is recorded.
 *
 * | trouble | tried again? | because |
 * |---|---|---|
 * | recordForked | no | another history has written these numbers; trying again would only meet it again |
 * | recordRefused | no | a rule stands against the act; its author must hear so |
 * | unit unreachable, busy, unreadable, rejecting | not here | it is an occurrence of the request, with patience on the court clock |
 */
export const toFailure = (trouble: RecordFailure): ApplicationFailure => {
  switch (trouble.kind) {
    case 'recordForked':
      return ApplicationFailure.create({
        type: 'recordForked',
        message: `Another history has written ${trouble.stream}#${trouble.number}`,
        nonRetryable: true,
        details: [trouble],
      });
    case 'recordRefused':
      return ApplicationFailure.create({
        type: 'recordRefused',
        message: `The record refuses: ${trouble.rule}`,
        nonRetryable: true,
        details: [trouble],
      });
    default:
      return assertNever(trouble);
  }
};
