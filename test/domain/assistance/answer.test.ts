import { describe, expect, it } from 'vitest';
import { outcomeOf, type Answer } from '../../../domain/assistance/answer.ts';
import { sealed, waiting } from './request-file.ts';

const seal = sealed(1, '2026-03-02 09:00', '2029-03-03 00:00');

describe('the outcome under which answers are counted', () => {
  it.each<[Answer, string]>([
    [{ kind: 'records', properties: [] }, 'OK_FULL'],
    [{ kind: 'noRecord' }, 'NO_RECORD'],
    [{ kind: 'registered', lines: [seal] }, 'OK_FULL'],
    [{ kind: 'registered', lines: [waiting(1, 2)] }, 'QUEUED'],
    [{ kind: 'registered', lines: [waiting(1, 2), { ...seal, lineNo: 2 }] }, 'OK_FULL'],
    [{ kind: 'notControlled' }, 'NOT_CONTROLLED'],
    [{ kind: 'returned', missing: 'document' }, 'RETURNED_DOC'],
    [{ kind: 'returned', missing: 'credential' }, 'RETURNED_CREDENTIAL'],
    [{ kind: 'identityMismatch' }, 'ID_MISMATCH'],
    [{ kind: 'reviewSuggested' }, 'REVIEW_SUGGESTED'],
    [{ kind: 'refused' }, 'REFUSED'],
    [{ kind: 'caseNotFiled' }, 'OK_FULL'],
    [{ kind: 'urged', result: 'unwilling' }, 'OK_FULL'],
  ])('tells no record, returned papers, a review suggestion and a refusal apart: %o', (answer, outcome) => {
    expect(outcomeOf(answer)).toBe(outcome);
  });
});
