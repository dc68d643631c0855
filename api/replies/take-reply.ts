import type { z } from 'zod';
import type { RequestRow } from '../../domain/ports/reader.ts';
import type { UnitCode } from '../../domain/unit/unit.ts';
import { assertNever, ok, type Result } from '../../domain/result.ts';
import { answerIn, linesIn, propertiesIn } from '../contract/replies.ts';
import { provenStepNo, type ReplyReceipt, type UnitReply } from '../contract/unit-reply.ts';
import type { FieldFault } from '../contract/rules.ts';
import { invalid, refused, type Problem } from '../http/problem.ts';
import type { Services } from '../services.ts';

/**
 * Takes in what a unit says: refused while it is unknown, foreign or about something else; then its words are kept, and the process
 * hears ids and codes. Safe to repeat under the same number with the same words.
 */
export const takeReply = async (
  said: z.output<typeof UnitReply>,
  { reader, writer, desk, hash }: Services,
): Promise<Result<z.input<typeof ReplyReceipt>, Problem>> => {
  const { unit, replyNo, requestNo, stepNo, content } = said;
  const request = await reader.request(requestNo);
  if (request === undefined) return refused('requestNotKnown');
  if (request.unit !== unit) return refused('foreignRequest');
  const faults = faultsOfReply(said, request);
  if (faults.length > 0) return invalid(...faults);

  const properties = propertiesIn(content);
  const kept = await writer.reply({ unit, replyNo, requestNo, bodyHash: hash(said), content, properties });
  if (kept.kind === 'otherContent') return refused('replyFiledOtherwise');
  const answer = answerIn(content, kept.propertyIds);
  const outcome = await desk.reply({ unit: unit as UnitCode, replyNo, requestNo, stepNo: provenStepNo(stepNo), answer });
  switch (outcome.kind) {
    case 'taken':
      return ok({ replyNo, repeat: outcome.repeated });
    case 'otherContent':
      return refused('replyFiledOtherwise');
    case 'unknownRequest':
      return refused('requestNotKnown');
    case 'foreignRequest':
    case 'unavailable':
      return refused(outcome.kind);
    default:
      return assertNever(outcome);
  }
};

const faultsOfReply = ({ stepNo, content }: z.output<typeof UnitReply>, { state }: RequestRow): readonly FieldFault[] => {
  const { requestNo, lines } = state.file;
  return [
    ...(stepNo.startsWith(`${requestNo}/`) ? [] : [{ pointer: '/stepNo', rule: 'stepOfOtherRequest' } as const]),
    ...linesIn(content)
      .filter(({ lineNo }) => !lines.some((line) => line.lineNo === lineNo))
      .map(({ pointer }): FieldFault => ({ pointer, rule: 'unknownLine' })),
  ];
};
