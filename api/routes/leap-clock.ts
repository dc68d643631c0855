import { z } from 'zod';
import { addMs } from '../../domain/calendar/instant.ts';
import { InstantField } from '../contract/fields.ts';
import { refuse } from '../contract/rules.ts';
import { refused } from '../http/problem.ts';
import { reply, route } from '../http/route.ts';

const dayMs = 86_400_000;

const Leap = z
  .strictObject({ to: InstantField.exactOptional(), days: z.number().int().min(1).max(3660).exactOptional() })
  .superRefine(({ to, days }, context) => {
    if (to === undefined && days === undefined) refuse(context, 'required', ['to']);
    if (to !== undefined && days !== undefined) refuse(context, 'unknownField', ['days']);
  });

/** Moves the court clock on, from one due instant to the next, in a demonstration. Where the clock is real there is no such route. */
export const leapClockRoute = route({
  method: 'post',
  path: '/clock/leap',
  summary: '推进演示时钟',
  allow: ['court-system', 'judge', 'clerk', 'bureauHead', 'president', 'supervisor'],
  body: Leap,
  answers: { 200: z.strictObject({ now: z.string(), leaps: z.number().int(), waitingFor: z.array(z.string()) }) },
  exists: ({ clockDriver }) => clockDriver !== undefined,
  async handle({ body }, { clockDriver }) {
    if (clockDriver === undefined) return refused('notFound');
    const { now, leaps, waitingFor } = await clockDriver.leap(body.to ?? addMs(await clockDriver.now(), (body.days ?? 0) * dayMs));
    return reply(200, { now, leaps, waitingFor: [...waitingFor] });
  },
});
