import { addMs, epochMsOf, instantOf, latest, type Instant } from '../../domain/calendar/instant.ts';

/** The court clock inside a workflow: real time plus the newest offset seen, and never behind what has happened. */
export interface CourtClock {
  readonly now: () => Instant;
  readonly offsetMs: () => number;
  readonly floor: () => Instant;
  /** Takes the newest offset; an older one is ignored, for the clock only goes forward. */
  readonly follow: (offsetMs: number) => void;
  /** Something happened at that instant: nothing can happen earlier any more. */
  readonly reach: (at: Instant) => void;
  /** Real milliseconds until an instant of the court; at least one, for a wait of zero would leave a mark of its own in the history. */
  readonly realMsUntil: (at: Instant) => number;
}

export const courtClock = (start: { readonly offsetMs: number; readonly floor: Instant }): CourtClock => {
  let { offsetMs, floor } = start;
  const now = (): Instant => latest(floor, addMs(instantOf(Date.now()), offsetMs));
  return {
    now,
    offsetMs: () => offsetMs,
    floor: () => floor,
    follow: (seen) => {
      offsetMs = Math.max(offsetMs, seen);
    },
    reach: (at) => {
      floor = latest(floor, at);
    },
    realMsUntil: (at) => Math.max(1, epochMsOf(at) - epochMsOf(now())),
  };
};
