import type { ArticleKey } from '../law-pack/law-pack.ts';
import type { PaperKind } from '../paper/paper.ts';
import type { PartyFlags, SubjectScope } from '../party/party.ts';
import type { LimitId } from '../time-limit/time-limit.ts';

/** What sets an action going. One event of the case may start many actions, each for every subject in its scope. */
export type Trigger = 'caseFiled' | 'propertyFound' | 'refusalReferred' | 'policeDidNotFile';

export type PropertyType = 'realEstate' | 'miningRight' | 'explorationRight';

/** What follows silence or refusal. @see CPL 117; plan §一(二), §二(七) for the office; RJ25 5 for the criminal chain */
export type LadderKind = 'cpl117' | 'office' | 'criminal' | 'none';

/** Which row of the registry is asked: whoever holds the duty nearest to the court, or the congress the subject sits in. */
export type Route = 'holderOfDuty' | 'ownCongress';

interface ActionBase {
  /** The row of the catalogue, `C08-13`: clause and running number. */
  readonly id: `C${number}-${number}` | `S${number}-${number}`;
  /** The matter in the words of the court, as it stands on papers and in the Temporal UI. */
  readonly title: string;
  readonly trigger: Trigger;
  readonly scopes: readonly SubjectScope[];
  /** A further condition on the subject, where the clause names one. */
  readonly concerns?: (subject: PartyFlags) => boolean;
  readonly route: Route;
  readonly papers: readonly PaperKind[];
  /** The term for the answer, by the id of its limit in the law pack. */
  readonly term: { readonly electronic: LimitId; readonly paper: LimitId };
  readonly ladder: LadderKind;
  /** Keys of the law pack's articles that the paper cites. */
  readonly grounds: readonly ArticleKey[];
  readonly source: string;
}

/** A question: the unit answers with records, or says that it has none. */
export interface QueryAction extends ActionBase {
  readonly kind: 'query';
  readonly items: readonly string[];
}

/** A hand laid on something: it leaves a measure in force, with an end, and must be lifted. */
export interface ControlAction extends ActionBase {
  readonly kind: 'control';
  readonly controls: readonly PropertyType[];
  /** The limit that bounds the term of the measure. */
  readonly measureLimit: LimitId;
  readonly lift: { readonly papers: readonly PaperKind[]; readonly renewal: readonly PaperKind[] };
}

/** A call on a debtor through the body that has standing with it. */
export interface UrgeAction extends ActionBase {
  readonly kind: 'urge';
  /** The letter that ends the urging on performance. */
  readonly end: { readonly papers: readonly PaperKind[] };
}

/** A step before police or procuratorate; what it means is for the referral to say. */
export interface CriminalAction extends ActionBase {
  readonly kind: 'criminal';
}

export type Action = QueryAction | ControlAction | UrgeAction | CriminalAction;

/** One clause of the plan: one file, one lawyer's question. */
export interface Clause {
  readonly clause: `C${number}` | `S${number}`;
  /** Whom the plan addresses. */
  readonly body: string;
  readonly actions: readonly Action[];
}
