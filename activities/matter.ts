import { dateOf } from '../domain/calendar/instant.ts';
import { actionOf, type ActionId } from '../domain/catalogue/index.ts';
import type { EnforcementCase, Property, RequestOfCase } from '../domain/enforcement-case/case.ts';
import type { Proposal } from '../domain/enforcement-case/proposal.ts';
import { lastDayOf } from '../domain/measure/measure.ts';
import type { PartyId } from '../domain/party/party.ts';
import type { DossierReader, PropertyDossier } from '../domain/ports/dossier.ts';
import { termsOf } from '../domain/time-limit/terms.ts';
import type { LimitId } from '../domain/time-limit/time-limit.ts';
import { nameOn } from '../domain/unit/unit.ts';
import type { AddressedFacts, CommonFacts, ObjectFacts } from '../documents/facts.ts';
import type { Commission } from './commission.ts';
import { partyOf } from './common-facts.ts';
import { sealTerm } from './seal-term.ts';

/** What a request, or a step of it, is about. */
export interface Matter {
  readonly actionId: ActionId;
  readonly unit: string;
  readonly subject: PartyId;
  readonly properties: readonly (Property & { readonly lineNo: number })[];
  readonly request?: RequestOfCase;
}

/** The matter of a request that is still a proposal. */
export const subjectOfFile = (book: EnforcementCase, file: Extract<Proposal['purpose'], { kind: 'request' }>['file']): Matter => ({
  actionId: file.actionId,
  unit: file.unit,
  subject: file.subject,
  properties: file.lines.flatMap(({ lineNo, property }) =>
    book.properties.filter(({ propertyId }) => propertyId === property).map((found) => ({ ...found, lineNo })),
  ),
});

/** The matter of a request that runs. */
export const matterOf = (book: EnforcementCase, request: RequestOfCase): Matter => ({
  actionId: request.actionId,
  unit: request.unit,
  subject: request.subject,
  properties: request.measures.flatMap(({ lineNo, property }) =>
    book.properties.filter(({ propertyId }) => propertyId === property).map((found) => ({ ...found, lineNo })),
  ),
  request,
});

/** What every paper to a unit says besides: the addressee by its name of that day, the grounds, the last day for the answer. */
export const addressed = async (
  { book, at }: Commission,
  common: CommonFacts,
  matter: Matter,
  limit: LimitId,
  dossier: DossierReader,
): Promise<AddressedFacts> => {
  const unit = await dossier.unit(matter.unit);
  if (unit === undefined) throw new Error(`Unit ${matter.unit} is not in the registry`);
  const terms = termsOf(book.file.lawPack);
  return {
    ...common,
    grounds: actionOf(matter.actionId).grounds.map((key) => terms.article(key, at)),
    addressee: nameOn(unit, dateOf(at)),
    answerBy: terms.clock(limit, at).lastDay,
    subject: await partyOf(book, matter.subject, dossier),
  };
};

/** The ruling that goes out with a notice was numbered a moment before it, in the same transaction. */
export const rulingOf = async ({ proposal }: Commission, dossier: DossierReader): Promise<{ readonly rulingNumber?: string }> => {
  const ruling = proposal?.papers.find(({ kind }) => kind === 'enforcementRuling');
  const number = ruling === undefined ? undefined : (await dossier.paper(ruling.paperId))?.number;
  return number === undefined ? {} : { rulingNumber: number };
};

/** The things concerned, each with the term that is asked for it. */
export const objectsOf = async (
  { book, at, proposal }: Commission,
  matter: Matter,
  dossier: DossierReader,
): Promise<readonly ObjectFacts[]> =>
  Promise.all(
    matter.properties.map(async ({ propertyId, lineNo }): Promise<ObjectFacts> => {
      const thing = await dossier.property(propertyId);
      const measure = matter.request?.measures.find((candidate) => candidate.lineNo === lineNo);
      const from = measure?.status === 'inForce' && proposal?.purpose.kind === 'renewal' ? lastDayOf(measure.endsAt) : dateOf(at);
      const term = sealTerm(book.file.lawPack, actionOf(matter.actionId), from);
      return {
        lineNo,
        description: thing === undefined ? propertyId : inWords(thing),
        ...(measure !== undefined && { registrationNo: measure.registrationNo }),
        ...(term !== undefined && { startsOn: from, endsOn: term }),
      };
    }),
  );

/** A thing as papers and the wire name it. */
export const inWords = ({ location, certificateNo, propertyNo, areaSquareMetres }: PropertyDossier): string =>
  [
    location,
    `不动产单元号${propertyNo}`,
    ...(certificateNo === undefined ? [] : [`权证号${certificateNo}`]),
    ...(areaSquareMetres === undefined ? [] : [`面积${areaSquareMetres}平方米`]),
  ].join('，');
