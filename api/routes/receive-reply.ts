import { z } from 'zod';
import { UnitCodeField } from '../contract/fields.ts';
import { ReplyReceipt, UnitReply } from '../contract/unit-reply.ts';
import { takeReply } from '../replies/take-reply.ts';
import { refused } from '../http/problem.ts';
import { reply, route } from '../http/route.ts';

/** A unit's own system answers, in a message that it has signed. */
export const receiveReplyRoute = route({
  method: 'post',
  path: '/units/:unit/replies',
  summary: '成员单位系统答复',
  allow: ['unit-system'],
  signedByUnit: true,
  params: z.object({ unit: UnitCodeField }),
  body: UnitReply,
  answers: { 200: ReplyReceipt },
  async handle({ params, body }, services) {
    if (body.unit !== params.unit) return refused('unitMismatch');
    const taken = await takeReply(body, services);
    return taken.ok ? reply(200, taken.value) : taken;
  },
});
