import type { z } from 'zod';
import { assertNever } from '../../domain/result.ts';
import { isFieldRule, type FieldFault, type FieldRule } from '../contract/rules.ts';
import { pointerStep } from './read-json.ts';

/** What a schema found wrong, as pointers and rules: of each field the first rule it breaks. Zod's own sentences never leave the house. */
export const faultsOf = (error: z.ZodError, read: unknown): readonly FieldFault[] => {
  const faults = error.issues.flatMap((issue) => faultsOfIssue(issue, read));
  return faults.filter(({ pointer }, index) => faults.findIndex((other) => other.pointer === pointer) === index);
};

type Issue = z.core.$ZodIssue;

const faultsOfIssue = (issue: Issue, read: unknown): readonly FieldFault[] => {
  const pointer = pointerOf(issue.path);
  const missing = valueAt(read, issue.path) === undefined;
  const one = (rule: FieldRule, bound?: number | bigint): readonly FieldFault[] => [
    { pointer, rule, ...(bound !== undefined && { bound: Number(bound) }) },
  ];
  switch (issue.code) {
    case 'invalid_type':
      return one(missing ? 'required' : 'wrongType');
    case 'invalid_value':
    case 'invalid_union':
      return one(missing ? 'required' : 'notOffered');
    case 'too_big':
      return one(issue.origin === 'string' || issue.origin === 'array' ? 'tooLong' : 'tooLarge', issue.maximum);
    case 'too_small':
      return one(issue.origin === 'string' || issue.origin === 'array' ? 'tooShort' : 'tooSmall', issue.minimum);
    case 'unrecognized_keys':
      return issue.keys.map((key): FieldFault => ({ pointer: pointer + pointerStep(key), rule: 'unknownField' }));
    case 'custom': {
      const rule: unknown = issue.params?.['rule'];
      return one(isFieldRule(rule) ? rule : 'wrongForm');
    }
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return one('wrongForm');
    default:
      return assertNever(issue);
  }
};

const pointerOf = (path: readonly PropertyKey[]): string => path.map(pointerStep).join('');

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((part, step) => (typeof part === 'object' && part !== null ? Reflect.get(part, step) : undefined), value);
