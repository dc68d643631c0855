import type { z } from 'zod';
import type { CaseView, RequestView, TimelineEvent } from '../../api/contract/views.ts';
import { dateOf, daysBetween, type Instant } from '../../domain/calendar/instant.ts';

export type CaseBook = z.output<typeof CaseView>;
export type RequestBook = z.output<typeof RequestView>;
export type Happening = z.output<typeof TimelineEvent>;

/** A case as somebody of the court finds it when he looks. */
export interface Seen {
  readonly now: Instant;
  readonly book: CaseBook;
  /** Everything on record, in the order of what happened. */
  readonly happenings: readonly Happening[];
}

export const requestAbout = ({ book }: Seen, actionId: string): RequestBook | undefined =>
  book.requests.find((request) => request.actionId === actionId);

/** What of an event's body decides whether it is the one that is meant. */
interface Body {
  readonly answer?: { readonly kind?: string };
  readonly evidence?: { readonly group?: string };
}

/** Whole days since something of that kind last happened in the case; nothing when it has not. */
export const daysSince = ({ now, happenings }: Seen, type: Happening['type'], isMeant: (body: Body) => boolean = () => true) => {
  const last = happenings.findLast((event) => event.type === type && isMeant(event.body as Body));
  return last === undefined ? undefined : daysBetween(dateOf(last.at as Instant), dateOf(now));
};

/** Whether something of that kind happened at least so many days ago. */
export const isDaysAgo = (days: number, ...about: Parameters<typeof daysSince>): boolean => (daysSince(...about) ?? -1) >= days;
