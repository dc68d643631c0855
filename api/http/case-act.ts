import type { z } from 'zod';
import { worksOnCase, type Role } from '../../domain/access.ts';
import type { RequestAct } from '../../domain/assistance/messages.ts';
import type { CaseAct } from '../../domain/enforcement-case/acts.ts';
import type { ActOutcome } from '../../domain/ports/desk.ts';
import type { CaseRow, RequestRow } from '../../domain/ports/reader.ts';
import { assertNever, err, type Result } from '../../domain/result.ts';
import { actAnswers } from '../contract/acts.ts';
import type { Services } from '../services.ts';
import { CaseParams, openCase, openRequest, RequestParams } from './case-access.ts';
import { problem, refused, type Problem } from './problem.ts';
import { problemOfRefusal, type Refusal } from './refusals.ts';
import { actRoute, reply, type ReplyTo, type Route } from './route.ts';

interface ActDefinition<B extends z.ZodType, Act, On> {
  readonly path: string;
  readonly summary: string;
  readonly allow: readonly Role[];
  readonly body: B;
  readonly bodyLimit?: number;
  /** Turns what was sent into the act, and puts its words into the dossier under an id. */
  readonly act: (body: z.output<B>, on: On, services: Services) => Result<Act, Problem> | Promise<Result<Act, Problem>>;
}

/** What an act is done to. `idFor` gives the same opaque id to the same act with the same body, however often it is sent. */
export interface OnCase {
  readonly row: CaseRow;
  readonly idFor: (prefix: string) => string;
}

export interface OnRequest extends OnCase {
  readonly request: RequestRow;
}

/** A person's act on a case: his own if he is a judge, else one of his court. */
export const caseAct = <B extends z.ZodType>({ act, ...definition }: ActDefinition<B, CaseAct, OnCase>): Route =>
  actRoute({
    ...definition,
    params: CaseParams,
    answers: actAnswers,
    async handle({ params, body, person, keyed }, services) {
      const row = await openCase(params.caseId, person, services);
      if (!row.ok) return row;
      const idFor = idsOf(keyed(undefined), services);
      const wanted = await act(body, { row: row.value, idFor }, services);
      return wanted.ok ? toReply(await services.desk.actOnCase(params.caseId, keyed(wanted.value)), gone(row.value)) : wanted;
    },
  });

/** A person's act on one request of such a case. */
export const requestAct = <B extends z.ZodType>({ act, ...definition }: ActDefinition<B, RequestAct, OnRequest>): Route =>
  actRoute({
    ...definition,
    params: RequestParams,
    answers: actAnswers,
    async handle({ params, body, person, keyed }, services) {
      const opened = await openRequest(params, person, services, worksOnCase);
      if (!opened.ok) return opened;
      const wanted = await act(body, { ...opened.value, idFor: idsOf(keyed(undefined), services) }, services);
      return wanted.ok
        ? toReply(await services.desk.actOnRequest(`${params.caseId}/${params.n}`, keyed(wanted.value)), requestGone(opened.value.request))
        : wanted;
    },
  });

const idsOf =
  ({ actId, bodyHash }: { readonly actId: string; readonly bodyHash: string }, { hash }: Services) =>
  (prefix: string): string =>
    `${prefix}-${hash({ actId, bodyHash }).slice(0, 32)}`;

/** What the desk made of an act, as the caller hears it. Nothing is called done or accepted before it is. */
const toReply = (outcome: ActOutcome<Refusal>, whenUnknown: Problem): Result<ReplyTo<typeof actAnswers>, Problem> => {
  switch (outcome.kind) {
    case 'done':
      return reply(200, { at: outcome.at, line: outcome.result.line, papers: [...outcome.result.papers] });
    case 'accepted':
      return reply(202, { at: outcome.at });
    case 'refused':
      return err(problemOfRefusal(outcome.refusal));
    case 'keyReused':
    case 'unavailable':
      return refused(outcome.kind);
    case 'unknown':
      return err(whenUnknown);
    default:
      return assertNever(outcome);
  }
};

/** A process that is no longer there has ended; the record knows it still. */
const gone = ({ ended }: CaseRow): Problem => (ended ? problemOfRefusal({ kind: 'caseClosed' }) : problem('caseUnknown'));

const requestGone = ({ ended }: RequestRow): Problem => (ended ? problemOfRefusal({ kind: 'requestEnded' }) : problem('requestNotKnown'));
