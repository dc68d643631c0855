import type { Instant } from '../../domain/calendar/instant.ts';
import type { AcceptedReply, ActResult } from '../../domain/ports/desk.ts';
import { writeAuditLines } from './audit-lines.ts';
import { fromDate, toDate, type Database, type Transaction } from './client.ts';
import { courtNow, holdOffset } from './court-clock.ts';

/** The moment at which something is let in: on the court clock, which stands still for leaps until the engine holds it. */
export interface Admission {
  readonly at: Instant;
  readonly offsetMs: number;
}

export interface Admissions {
  /**
   * Holds the clock against leaps, lets `enter` bring the matter to the engine, and notes that it is on its way when it was admitted.
   * Undefined when the record itself could not be reached.
   */
  readonly admit: <Value>(
    message: { readonly id: string; readonly recipient: string; readonly signal: string },
    enter: (admission: Admission) => Promise<{ readonly admitted: boolean; readonly value: Value }>,
  ) => Promise<Value | undefined>;
  /** What came of an act that was recorded before, in whatever run. */
  readonly actDone: (actId: string) => Promise<{ readonly bodyHash: string; readonly at: Instant; readonly result: ActResult } | undefined>;
  readonly isKnown: (messageId: string) => Promise<boolean>;
  readonly unitOfRequest: (requestNo: string) => Promise<string | undefined>;
  /** A reply to a request that has ended: its words are in the dossier, and a line of the audit chain says so. */
  readonly keepOnFile: (reply: AcceptedReply, at: Instant) => Promise<void>;
}

const noteOnItsWay = async (
  transaction: Transaction,
  { id, recipient, signal }: { readonly id: string; readonly recipient: string; readonly signal: string },
  at: Instant,
): Promise<void> => {
  await transaction.message.createMany({
    data: [{ id, recipient, signal, at: toDate(at), sentAt: new Date() }],
    skipDuplicates: true,
  });
};

export const postgresAdmissions = (database: Database): Admissions => ({
  admit: async (message, enter) => {
    const outcome: { value?: Awaited<ReturnType<typeof enter>>['value'] } = {};
    try {
      await database.$transaction(
        async (transaction) => {
          const offsetMs = await holdOffset(transaction);
          const at = courtNow(offsetMs);
          const { admitted, value } = await enter({ at, offsetMs });
          outcome.value = value;
          // Not before: the record notes the same id as taken in, and would wait for this transaction.
          if (admitted) await noteOnItsWay(transaction, message, at);
        },
        { timeout: 9_000, maxWait: 5_000 },
      );
    } catch (error) {
      // The engine may hold it already: then it was admitted, and only the note that it is on its way is missing.
      if (!('value' in outcome)) return undefined;
      if (!(error instanceof Error)) throw error;
    }
    return outcome.value;
  },
  actDone: async (actId) => {
    const act = await database.act.findUnique({ where: { id: actId } });
    return act === null ? undefined : { bodyHash: act.bodyHash, at: fromDate(act.at), result: act.result as unknown as ActResult };
  },
  isKnown: async (id) => (await database.message.findUnique({ where: { id }, select: { id: true } })) !== null,
  unitOfRequest: async (requestNo) => {
    const row = await database.process.findUnique({ where: { workflowId: `request/${requestNo}` }, select: { unit: true } });
    return row?.unit ?? undefined;
  },
  keepOnFile: async ({ unit, replyNo, requestNo, answer }, at) => {
    const what = `reply:${unit}:${replyNo} to request/${requestNo} ${answer.kind}: kept on file, the request has ended`;
    await database.$transaction(async (transaction) => {
      const row = { id: `reply:${unit}:${replyNo}`, recipient: `request/${requestNo}`, signal: 'keptOnFile', at: toDate(at) };
      const { count } = await transaction.message.createMany({
        data: [{ ...row, sentAt: new Date(), consumedAt: new Date() }],
        skipDuplicates: true,
      });
      if (count > 0) await writeAuditLines(transaction, [{ kind: 'keptOnFile', actor: unit, role: 'unit', what }]);
    });
  },
});
