import type { Book } from './book.ts';

/**
 * What the units received and said, in their own words: one of the three accounts from which lost and doubled acts are counted.
 * It holds numbers and codes, and nothing about a person.
 */
export const logOf = (book: Book) => ({
  received: book.steps().map(({ asked, receipt, deliveries, acts }) => ({
    stepNo: asked.stepNo,
    requestNo: asked.requestNo,
    unit: asked.unit,
    actionId: asked.actionId,
    step: asked.step,
    /** Deliveries that reached the unit's desk, the repeats among them. */
    count: deliveries,
    /** How often the unit acted on it. */
    acts,
    firstAt: receipt.receivedAt,
  })),
  sent: book.sent().map(({ reply: { message }, httpStatus, repeats }) => ({
    replyNo: message.replyNo,
    requestNo: message.requestNo,
    stepNo: message.stepNo,
    unit: message.unit,
    kind: message.content.kind,
    at: message.answeredAt,
    loggedAsSent: true as const,
    /** The court's definite answer: 2xx when it took the reply, 4xx when it refused it for good. */
    httpStatus,
    /** Sendings beyond the first. */
    repeats,
  })),
});
