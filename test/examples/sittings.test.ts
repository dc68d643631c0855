import { expect, it } from 'vitest';
import { nextSitting } from '../../examples/demo/sittings.ts';
import { moment } from '../support/story.ts';

it('lets the people of the court sit down one after the other on a working day', () => {
  const morning = nextSitting(moment('2026-11-24 02:00'));
  const next = nextSitting(morning.at);

  expect(morning).toEqual({ who: 'counter', at: moment('2026-11-24 09:30') });
  expect(next).toEqual({ who: 'judge', at: moment('2026-11-24 10:30') });
  expect(nextSitting(next.at)).toEqual({ who: 'bureauHead', at: moment('2026-11-24 14:30') });
});

it('lets nobody sit at night, on a weekend or on a holiday, and everybody on a make-up Saturday', () => {
  expect(nextSitting(moment('2026-11-27 16:00')).at).toBe(moment('2026-11-30 09:30'));
  expect(nextSitting(moment('2026-09-30 20:00')).at).toBe(moment('2026-10-08 09:30'));
  expect(nextSitting(moment('2026-10-09 16:00')).at).toBe(moment('2026-10-10 09:30'));
});
