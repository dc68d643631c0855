import type { Brand } from '../brand.ts';
import { addDays, atTime, dateOf, addMs, type Instant } from '../calendar/instant.ts';

/** A thing that can be controlled, known by an opaque id. What and where it is lies encrypted in the record. */
export type PropertyId = Brand<string, 'PropertyId'>;

interface MeasureLine {
  readonly lineNo: number;
  readonly property: PropertyId;
  readonly registrationNo: string;
}

/**
 * What a control leaves behind on one line of its request. A waiting seal (轮候) protects nothing and its term does not run; it has
 * a rank, and no end.
 *
 * @see SFF 26 (rank), SFF 27 (lapse), CPLI 485 (terms)
 */
export type Measure =
  | (MeasureLine & { readonly status: 'waiting'; readonly rank: number })
  | (MeasureLine & {
      readonly status: 'inForce';
      readonly rank: number;
      readonly effectiveAt: Instant;
      readonly endsAt: Instant;
      /** The next alarm for an end that draws near with no renewal confirmed. */
      readonly alarmAt?: Instant;
    })
  | (MeasureLine & { readonly status: 'lapsed'; readonly endedAt: Instant; readonly cleared: boolean })
  | (MeasureLine & { readonly status: 'lifted'; readonly liftedAt: Instant });

/** Days before the end on which an unrenewed measure alarms, each time a step nearer. Calendar days, whether anyone works or not. */
export const alarmDays = [15, 7, 3, 1] as const;

/** The first alarm after `now`, at nine in the morning of its day; none once the last has passed. */
export const nextAlarm = (endsAt: Instant, now: Instant): Instant | undefined =>
  alarmDays.map((days) => atTime(addDays(lastDayOf(endsAt), -days), 9)).find((alarm) => alarm > now);

/** The last day on which the measure is in force: the end is the first moment after it. */
export const lastDayOf = (endsAt: Instant) => dateOf(addMs(endsAt, -1));

/** Whether the unit still has something of this case in its register, so that the case may not be closed over it. */
export const leavesMark = (measure: Measure): boolean =>
  measure.status === 'waiting' || measure.status === 'inForce' || (measure.status === 'lapsed' && !measure.cleared);
