import { atTime, dateOf, type CivilDate, type Instant } from '../../domain/calendar/instant.ts';
import { isWorkingDay, nextWorkingDay } from '../../domain/calendar/working-days.ts';
import { lawPackOf, newestLawPackId } from '../../domain/law-pack/published-packs.ts';

/** A time of the working day at which somebody looks at what waits for him. */
export interface Sitting {
  readonly who: 'counter' | 'judge' | 'bureauHead' | 'clerk';
  readonly at: Instant;
}

const hours = [
  { who: 'counter', hour: 9, minute: 30 },
  { who: 'judge', hour: 10, minute: 30 },
  { who: 'bureauHead', hour: 14, minute: 30 },
  { who: 'clerk', hour: 16, minute: 0 },
] as const;

/** The next time at which somebody of the court sits down to his work. Nobody does on a day off. */
export const nextSitting = (now: Instant): Sitting => {
  const { calendar } = lawPackOf(newestLawPackId);
  const today = dateOf(now);
  const [later] = isWorkingDay(calendar, today) ? sittingsOn(today).filter(({ at }) => at > now) : [];
  const [first] = sittingsOn(nextWorkingDay(calendar, today).date);
  const next = later ?? first;
  if (next === undefined) throw new Error(`Nobody sits after ${now}`);
  return next;
};

const sittingsOn = (date: CivilDate): readonly Sitting[] => hours.map(({ who, hour, minute }) => ({ who, at: atTime(date, hour, minute) }));
