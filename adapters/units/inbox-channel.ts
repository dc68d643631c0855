import type { Instant } from '../../domain/calendar/instant.ts';
import type { UnitChannel } from '../../domain/ports/unit-channel.ts';
import { err, ok } from '../../domain/result.ts';
import { contentHash } from '../crypto/content-hash.ts';
import { fromDate, toDate, type Database } from '../postgres/client.ts';

/**
 * Lays a step into the unit's inbox at the court, where its liaison officer finds it and answers through our API. Service takes effect
 * when it lies there; laid in again, it is the same service.
 *
 * @see domain.md §3: no consent is needed for assistance papers on the network channel
 */
export const inboxChannel = (database: Database, courtNow: () => Promise<Instant>): UnitChannel => ({
  deliver: async ({ sentAt: _differs, ...delivery }) => {
    const { stepNo, unit, requestNo, step } = delivery;
    const receivedAt = await courtNow();
    const row = {
      stepNo,
      unit,
      requestNo,
      step,
      contentHash: contentHash(delivery),
      receiptNo: `inbox/${stepNo}`,
      receivedAt: toDate(receivedAt),
    };
    const { count } = await database.inboxDelivery.createMany({ data: [row], skipDuplicates: true });
    const laid = await database.inboxDelivery.findUniqueOrThrow({ where: { stepNo } });
    if (laid.contentHash !== row.contentHash) return err({ kind: 'deliveryRejected', status: 409, code: 'duplicateWithOtherContent' });
    if (count === 0) await database.inboxDelivery.update({ where: { stepNo }, data: { repeats: { increment: 1 } } });
    return ok({ receiptNo: laid.receiptNo, receivedAt: fromDate(laid.receivedAt), repeat: count === 0 });
  },
});
