import { speaksFor } from '../../domain/access.ts';
import { InboxAnswer, ReplyReceipt } from '../contract/unit-reply.ts';
import { takeReply } from '../replies/take-reply.ts';
import { RequestParams } from '../http/case-access.ts';
import { refused } from '../http/problem.ts';
import { actRoute, reply } from '../http/route.ts';

/** A liaison officer answers in his unit's name. His key is the number of the unit's reply. */
export const answerRequestRoute = actRoute({
  path: '/requests/:caseId/:n/answers',
  summary: '联络员答复',
  allow: ['liaison'],
  params: RequestParams,
  body: InboxAnswer,
  answers: { 200: ReplyReceipt },
  async handle({ params, body, person, key }, services) {
    const { unit } = person;
    if (unit === undefined || !speaksFor(person, unit)) return refused('notYourUnit');
    const requestNo = `${params.caseId}/${params.n}`;
    const taken = await takeReply({ unit, replyNo: `${unit}:${key}`, requestNo, ...body }, services);
    return taken.ok ? reply(200, taken.value) : taken;
  },
});
