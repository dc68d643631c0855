import type { Brand } from '../brand.ts';
import type { CivilDate } from '../calendar/instant.ts';
import type { CourtCalendar } from '../calendar/working-days.ts';
import type { LimitId, TimeLimit } from '../time-limit/time-limit.ts';
import { citationOf, versionOn, type ArticleVersion } from './citation.ts';

/** The month in which a pack was published, `2026-11`. */
export type LawPackId = Brand<string, 'LawPackId'>;

/** The grounds that papers print, by what they permit or forbid. */
export type ArticleKey =
  | 'periods'
  | 'obstruction'
  | 'cooperationRefusal'
  | 'fineAmount'
  | 'fineApproval'
  | 'conductObjection'
  | 'higherCourtSupervision'
  | 'outsiderObjection'
  | 'enforcementGuarantee'
  | 'applicationPeriod'
  | 'enforcementNotice'
  | 'propertyReport'
  | 'depositControl'
  | 'incomeWithholding'
  | 'propertySealing'
  | 'search'
  | 'titleTransfer'
  | 'doubledInterest'
  | 'continuedPerformance'
  | 'exitBanAndCreditRecord'
  | 'stay'
  | 'termination'
  | 'refusalCrime'
  | 'filingSupervision';

/**
 * The law as this software knew it in one month: calendar, limits and article numbers, each with the dates for which it holds.
 * A published pack is never edited; a case names its pack, so that its dates are the same however often they are computed.
 */
export type LawPack = {
  readonly id: LawPackId;
  readonly calendar: CourtCalendar;
  readonly limits: readonly TimeLimit[];
  readonly articles: Readonly<Record<ArticleKey, readonly ArticleVersion[]>>;
};

export type LimitOnDate =
  | { readonly kind: 'limit'; readonly limit: TimeLimit }
  /** No law set a term on that day: the court aims at the term of the version nearest to it. */
  | { readonly kind: 'noStatutoryLimit'; readonly courtTarget: TimeLimit };

/** The limit as it stood on a day. @throws when the pack does not know the limit, which is a fault of the pack. */
export const limitOn = (pack: LawPack, id: LimitId, date: CivilDate): LimitOnDate => {
  const versions = pack.limits.filter((limit) => limit.id === id);
  const limit = versionOn(versions, date);
  if (limit !== undefined) return { kind: 'limit', limit };
  const nearest = versions.find(({ validFrom }) => validFrom > date) ?? versions.at(-1);
  if (nearest === undefined) throw new Error(`Law pack ${pack.id} has no limit ${id}`);
  return { kind: 'noStatutoryLimit', courtTarget: asCourtTarget(nearest) };
};

/** The limit to compute with, statutory or, where there was none, the court's target. */
export const termOn = (pack: LawPack, id: LimitId, date: CivilDate): TimeLimit => {
  const found = limitOn(pack, id, date);
  return found.kind === 'limit' ? found.limit : found.courtTarget;
};

/**
 * The ground as a paper of that day prints it, in the numbering then in force.
 * @throws for a day before the pack's first text of the article: no paper of this court is that old.
 */
export const articleOn = (pack: LawPack, key: ArticleKey, date: CivilDate): string => {
  const version = versionOn(pack.articles[key], date);
  if (version === undefined) throw new Error(`Law pack ${pack.id} has no text of ${key} on ${date}`);
  return citationOf(version);
};

const asCourtTarget = (limit: TimeLimit): TimeLimit => ({
  ...limit,
  configurable: true,
  strength: 'courtTarget',
  source: `当时无法定期限，参照${limit.source}设定管理目标`,
});
