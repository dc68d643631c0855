import type { ActResult } from '../../domain/ports/desk.ts';
import type { Appended, Entry, RecordableEvent, RecordFailure } from '../../domain/ports/record.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { contentHash } from '../crypto/content-hash.ts';
import type { Transaction } from './client.ts';
import { readOffset } from './court-clock.ts';

type Before = Result<Appended, RecordFailure> | undefined;

/** What stands under these numbers, or under this act: the same is success, something else is a fork, nothing is for us to write. */
export const whatStands = async (transaction: Transaction, entry: Entry): Promise<Before> => {
  const { stream, after } = entry;
  const standing = await transaction.event.findMany({
    where: { stream, number: { gt: after } },
    orderBy: { number: 'asc' },
    select: { contentHash: true, actId: true, body: true },
  });
  return standing.length === 0 ? actDone(transaction, entry) : comparedWith(standing, transaction, entry);
};

interface StandingEvent {
  readonly contentHash: string;
  readonly actId: string | null;
  readonly body: unknown;
}

const comparedWith = async (standing: readonly StandingEvent[], transaction: Transaction, entry: Entry): Promise<Before> => {
  const { stream, after, events, act, errand, sendsOut } = entry;
  const offsetMs = await readOffset(transaction);
  const ofErrand = broughtBackBy(errand, standing);
  if (ofErrand.length > 0) return ok({ papers: [], offsetMs, broughtBack: ofErrand });

  const differs = events.findIndex((event, index) => standing[index]?.contentHash !== contentHash(event));
  const broughtBack = broughtBackBy(sendsOut, standing.slice(events.length));
  // An entry without events can be told from another history only by what its errand has brought back.
  const isForked = differs >= 0 || (events.length === 0 && broughtBack.length === 0);
  if (isForked) return err({ kind: 'recordForked', stream, number: after + 1 + Math.max(differs, 0) });
  const done = act === undefined ? null : await transaction.act.findUnique({ where: { id: act.actId } });
  const papers = done === null ? [] : resultOf(done.result).papers;
  return ok({ papers, offsetMs, ...(broughtBack.length > 0 && { broughtBack }) });
};

const broughtBackBy = (errand: string | undefined, standing: readonly StandingEvent[]): readonly RecordableEvent[] => {
  const behind = standing.findIndex(({ actId }) => actId !== errand);
  return standing.slice(0, behind < 0 ? undefined : behind).map(({ body }) => body as RecordableEvent);
};

/** The same key under another body is another act, and finds its number taken. */
const actDone = async (transaction: Transaction, { act }: Entry): Promise<Before> => {
  const earlier = act === undefined ? null : await transaction.act.findUnique({ where: { id: act.actId } });
  if (earlier === null) return undefined;
  if (earlier.bodyHash !== act?.bodyHash) return err({ kind: 'recordRefused', rule: 'duplicate' });
  return ok({ papers: [], offsetMs: await readOffset(transaction), repeated: resultOf(earlier.result) });
};

const resultOf = (json: unknown): ActResult => json as ActResult;
