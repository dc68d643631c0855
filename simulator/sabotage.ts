import type { Asked } from './asked.ts';
import type { Book } from './book.ts';
import type { Reply } from './journal.ts';

/**
 * Faults planted on demand, to show that a count which finds nothing would have found something: one answer that is logged as sent
 * and never leaves, and one later service that the unit acts on twice. The product knows nothing of it.
 */
export const sabotageMode = 'loseOneAnswerAndDoubleOneService';

export interface SabotageReport {
  readonly mode: typeof sabotageMode | null;
  readonly lost: { readonly stepNo: string; readonly replyNo: string } | null;
  readonly doubled: { readonly stepNo: string } | null;
}

export const sabotageIn = (book: Book): SabotageReport => {
  const lost = book.sent().find((sent) => sent.lost)?.reply.message;
  const doubled = book.steps().find(({ acts }) => acts > 1);
  return {
    mode: book.isSabotageOrdered() ? sabotageMode : null,
    lost: lost === undefined ? null : { stepNo: lost.stepNo, replyNo: lost.replyNo },
    doubled: doubled === undefined ? null : { stepNo: doubled.asked.stepNo },
  };
};

/** Only the answer to an inquiry is lost: the court then reminds and orders, and its case still comes to an end. */
export const isToBeLost = (book: Book, { stepNo, message, badSignature }: Reply): boolean => {
  const asked = book.step(stepNo)?.asked;
  const isInquiry = message.content.kind === 'records' || message.content.kind === 'noRecord';
  const isPlain = asked?.step === 'service' && message.unit === asked.unit && !badSignature;
  return book.isSabotageOrdered() && isInquiry && isPlain && sabotageIn(book).lost === null;
};

export const isToBeDoubled = (book: Book, { step }: Asked): boolean => {
  const { mode, lost, doubled } = sabotageIn(book);
  return mode !== null && lost !== null && doubled === null && step === 'service';
};
