import type { Action, Clause } from './action.ts';
import { clause01 } from './clause-01.ts';
import { clause04 } from './clause-04.ts';
import { clause08 } from './clause-08.ts';
import { clause09 } from './clause-09.ts';
import { clause14 } from './clause-14.ts';

export type { Action, Clause, PropertyType, Trigger } from './action.ts';

/** The clauses of the plan in its own order. A further clause is one file and one line here. */
const list = [clause01, clause04, clause08, clause09, clause14] as const;

export const clauses: readonly Clause[] = list;

export type ActionId = (typeof list)[number]['actions'][number]['id'];

const actionsById: ReadonlyMap<string, Action> = new Map(
  clauses.flatMap(({ actions }) => actions.map((action): [string, Action] => [action.id, action])),
);

/** The row of the catalogue. */
export const actionOf = (id: ActionId): Action => {
  const action = actionsById.get(id);
  if (action === undefined) throw new Error(`The catalogue has no row ${id}`);
  return action;
};

/** Whether a text from outside names a row of the catalogue. */
export const isActionId = (text: string): text is ActionId => actionsById.has(text);

/** The clause a row belongs to, `C08` for `C08-1`: what a unit must hold as a duty to be asked. */
export const clauseOf = (id: ActionId): string => id.slice(0, id.indexOf('-'));

/** Every row that an event of the case may set going. */
export const actionsTriggeredBy = (trigger: Action['trigger']): readonly (Action & { readonly id: ActionId })[] =>
  clauses
    .flatMap(({ actions }) => actions)
    .filter((action): action is Action & { readonly id: ActionId } => action.trigger === trigger && isActionId(action.id));
