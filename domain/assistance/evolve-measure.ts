import type { Instant } from '../calendar/instant.ts';
import { nextAlarm, type Measure } from '../measure/measure.ts';
import type { RegisteredLine } from './answer.ts';
import type { RequestFile } from './request.ts';

/** The measures with one line as the unit entered it. A line that was never asked for changes nothing. */
export const withLine = (
  measures: readonly Measure[],
  lines: RequestFile['lines'],
  entered: RegisteredLine,
  at: Instant,
): readonly Measure[] => {
  const property = lines.find(({ lineNo }) => lineNo === entered.lineNo)?.property;
  if (property === undefined) return measures;
  const others = measures.filter(({ lineNo }) => lineNo !== entered.lineNo);
  return [...others, measureOf(entered, property, at)].toSorted((one, other) => one.lineNo - other.lineNo);
};

const measureOf = (line: RegisteredLine, property: Measure['property'], at: Instant): Measure => {
  const { lineNo, registrationNo, rank, effectiveAt, endsAt } = line;
  if (line.standing === 'waiting' || effectiveAt === undefined || endsAt === undefined)
    return { status: 'waiting', lineNo, property, registrationNo, rank };
  return armed({ status: 'inForce', lineNo, property, registrationNo, rank, effectiveAt, endsAt }, at);
};

/** Sets the next alarm for the end of a measure in force. */
export const rearm = (measure: Measure, now: Instant): Measure => {
  if (measure.status !== 'inForce') return measure;
  const { alarmAt: _rung, ...rest } = measure;
  return armed(rest, now);
};

const armed = (measure: Extract<Measure, { readonly status: 'inForce' }>, now: Instant): Measure => {
  const alarmAt = nextAlarm(measure.endsAt, now);
  return { ...measure, ...(alarmAt !== undefined && { alarmAt }) };
};

/** It ended with its term, however late the court took notice. */
export const lapsed = (measure: Measure, noticedAt: Instant): Measure => {
  const { lineNo, property, registrationNo } = measure;
  const endedAt = measure.status === 'inForce' ? measure.endsAt : noticedAt;
  return { status: 'lapsed', lineNo, property, registrationNo, endedAt, cleared: false };
};

export const lifted = ({ lineNo, property, registrationNo }: Measure, liftedAt: Instant): Measure => ({
  status: 'lifted',
  lineNo,
  property,
  registrationNo,
  liftedAt,
});

export const cleared = (measure: Measure): Measure => (measure.status === 'lapsed' ? { ...measure, cleared: true } : measure);
