import { actionOf } from '../catalogue/index.ts';
import { addMs, latest, type Instant } from '../calendar/instant.ts';
import type { Measure } from '../measure/measure.ts';
import type { Terms } from '../time-limit/terms.ts';
import type { RegisteredLine } from './answer.ts';
import type { AssistanceRequest } from './request.ts';

/**
 * A line as the court holds it. A seal in force has a beginning and an end whether or not the unit wrote them down, and never ends
 * later than the law allows; one that waits has neither.
 *
 * @see CPLI 485; SFF 26
 */
export const enteredLine = (request: AssistanceRequest, line: RegisteredLine, at: Instant, terms: Terms): RegisteredLine => {
  const { lineNo, standing, registrationNo, rank } = line;
  if (standing === 'waiting') return { lineNo, standing, registrationNo, rank };
  const effectiveAt = line.effectiveAt ?? at;
  return { lineNo, standing, registrationNo, rank, effectiveAt, endsAt: endOf(request, effectiveAt, effectiveAt, line.endsAt, terms) };
};

/**
 * A renewed line. Renewed in time it is the same seal with a later end, and the new term follows upon the old one; renewed after its
 * end it is a new seal.
 *
 * @see CPLI 485; SFF 26–27
 */
export const renewedLine = (request: AssistanceRequest, line: RegisteredLine, at: Instant, terms: Terms): RegisteredLine => {
  const measure = request.measures.find(({ lineNo }) => lineNo === line.lineNo);
  if (measure?.status !== 'inForce' && measure?.status !== 'lapsed') return enteredLine(request, line, at, terms);
  const { lineNo, registrationNo, rank } = line;
  const end = measure.status === 'inForce' ? measure.endsAt : measure.endedAt;
  const saidAt = line.effectiveAt ?? at;
  const effectiveAt = measure.status === 'inForce' ? measure.effectiveAt : saidAt;
  const from = latest(addMs(end, -1), saidAt);
  return { lineNo, standing: 'inForce', registrationNo, rank, effectiveAt, endsAt: endOf(request, from, effectiveAt, line.endsAt, terms) };
};

const endOf = (request: AssistanceRequest, from: Instant, effectiveAt: Instant, said: Instant | undefined, terms: Terms): Instant => {
  const action = actionOf(request.file.actionId);
  if (action.kind !== 'control') return said ?? effectiveAt;
  const longest = terms.clock(action.measureLimit, from).dueAt;
  return said === undefined || said > longest ? longest : said;
};

/** The lines of an answer that speak of a measure in one of these standings. */
export const linesAbout = (
  request: AssistanceRequest,
  lines: readonly RegisteredLine[],
  ...standings: readonly Measure['status'][]
): readonly RegisteredLine[] =>
  lines.filter(({ lineNo }) => request.measures.some((measure) => measure.lineNo === lineNo && standings.includes(measure.status)));
