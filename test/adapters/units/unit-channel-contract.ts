import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseInstant } from '../../../domain/calendar/instant.ts';
import type { DeliveryReceipt, UnitChannel } from '../../../domain/ports/unit-channel.ts';
import { aDelivery } from './deliveries.ts';

/** A channel with a unit at its other end that takes whatever is lawful. */
export interface OpenChannel {
  readonly channel: UnitChannel;
  close(): Promise<void>;
}

/** What every channel to a unit promises, whatever lies between. */
export const unitChannelContract = (name: string, open: () => Promise<OpenChannel>): void => {
  describe(`the ${name} channel, as every channel`, () => {
    let opened: OpenChannel;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    const receiptFor = async (...facts: Parameters<typeof aDelivery>): Promise<DeliveryReceipt> => {
      const delivered = await opened.channel.deliver(aDelivery(...facts));
      if (!delivered.ok) throw new Error(`Not delivered: ${JSON.stringify(delivered.error)}`);
      return delivered.value;
    };

    it('proves service by a receipt that has a number and a moment', async () => {
      const receipt = await receiptFor();
      expect(receipt.receiptNo).not.toBe('');
      expect(parseInstant(receipt.receivedAt)).toEqual({ ok: true, value: receipt.receivedAt });
      expect(receipt.repeat).toBe(false);
    });

    it('gives the first receipt again when a step is delivered again', async () => {
      const first = await receiptFor();
      expect(await receiptFor()).toEqual({ ...first, repeat: true });
      expect(await receiptFor({ sentAt: '2026-03-05T09:00:00.000+08:00' })).toEqual({ ...first, repeat: true });
    });

    it('proves each of two steps by a receipt of its own', async () => {
      const service = await receiptFor({ stepNo: '2026-yun2301-zhi-123/1/1' });
      const reminder = await receiptFor({ stepNo: '2026-yun2301-zhi-123/1/2', step: 'reminder', of: '2026-yun2301-zhi-123/1/1' });
      expect(reminder).toMatchObject({ repeat: false });
      expect(reminder.receiptNo).not.toBe(service.receiptNo);
    });

    it('makes one service of deliveries that cross each other', async () => {
      const receipts = await Promise.all(Array.from({ length: 5 }, () => receiptFor()));
      expect(new Set(receipts.map(({ receiptNo, receivedAt }) => `${receiptNo} ${receivedAt}`)).size).toBe(1);
      expect(receipts.filter(({ repeat }) => !repeat)).toHaveLength(1);
    });

    it('rejects another content under a step number that is taken, and the first service stands', async () => {
      const first = await receiptFor();
      const other = await opened.channel.deliver(aDelivery({ subjectName: '丙试例' }));
      expect(other).toMatchObject({ ok: false, error: { kind: 'deliveryRejected' } });
      expect(await receiptFor()).toEqual({ ...first, repeat: true });
    });
  });
};
