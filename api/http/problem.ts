import { z } from 'zod';
import type { CaseRefusal } from '../../domain/enforcement-case/acts.ts';
import type { RequestRefusal } from '../../domain/assistance/decide.ts';
import { err } from '../../domain/result.ts';
import { ruleInWords, type FieldFault } from '../contract/rules.ts';
import { doorFaults, type DoorFault } from './door-faults.ts';

/** Every reason for which this interface says no. */
export type ProblemKind = DoorFault | CaseRefusal['kind'] | RequestRefusal['kind'] | 'recordRefused' | 'recordForked';

/** What a refusal says. `extra` goes beside the standard members, as obstacles to closing do. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly faults?: readonly FieldFault[];
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Under which name somebody tried to sign in, for the audit chain alone. */
  readonly account?: string;
  /** Whether somebody was denied something, which the audit chain keeps; a slip of the pen is not. */
  readonly denied: boolean;
}

/** The answer to whoever was refused. @see RFC 9457 */
export const ProblemBody = z
  .looseObject({
    type: z.string().meta({ example: '/problems/invalidBody' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(z.strictObject({ pointer: z.string(), rule: z.string(), message: z.string() })),
  })
  .meta({ id: 'Problem', description: '未予办理的原因' });

type More = Pick<Problem, 'faults' | 'extra' | 'headers' | 'account'>;

/** A refusal at the door itself. */
export const problem = (kind: DoorFault, more: More = {}): Problem => {
  const { status, title, detail, headers } = doorFaults[kind];
  return { kind, status, title, detail, denied: isDenial(kind, status), ...more, headers: { ...headers, ...more.headers } };
};

const isDenial = (kind: DoorFault, status: number): boolean => status === 401 || status === 403 || status === 409 || kind === 'keyReused';

export const refused = (kind: DoorFault, more?: More) => err(problem(kind, more));

/** A refusal of fields of the body. */
export const invalid = (...faults: readonly FieldFault[]) => refused('invalidBody', { faults });

const mostFaultsTold = 50;

export const problemBody = (
  { kind, status, title, detail, faults = [], extra }: Problem,
  instance: string,
): z.infer<typeof ProblemBody> => ({
  ...extra,
  type: `/problems/${kind}`,
  title,
  status,
  detail,
  instance,
  errors: faults.slice(0, mostFaultsTold).map((fault) => ({ pointer: fault.pointer, rule: fault.rule, message: ruleInWords(fault) })),
});
