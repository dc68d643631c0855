import type { Answer, RegisteredLine } from '../../domain/assistance/answer.ts';
import type { PropertyId } from '../../domain/measure/measure.ts';
import type { PropertyDossier } from '../../domain/ports/dossier.ts';
import { assertNever } from '../../domain/result.ts';
import { provenInstant, type ReplyContent } from './unit-reply.ts';

/** What the process hears of a reply: ids and codes. `propertyIds` are those of the properties it names, in their order. */
export const answerIn = (content: ReplyContent, propertyIds: readonly string[]): Answer => {
  switch (content.kind) {
    case 'records':
      return {
        kind: 'records',
        properties: content.properties.map(({ type, coOwned, mortgaged }, index) => ({
          propertyId: idAt(propertyIds, index),
          type,
          coOwned,
          mortgaged,
        })),
      };
    case 'registered':
    case 'promoted':
    case 'renewed':
      return { kind: content.kind, lines: content.lines.map(lineIn) };
    case 'lifted':
    case 'markCleared':
      return { kind: content.kind, lines: content.lines };
    case 'urged':
      return { kind: 'urged', result: content.result };
    case 'returned':
      return { kind: 'returned', missing: content.missing };
    case 'noRecord':
    case 'notControlled':
    case 'noted':
    case 'caseAccepted':
    case 'caseComplex':
    case 'caseFiled':
    case 'caseNotFiled':
    case 'reasonsRequested':
    case 'noticeToFile':
    case 'reasonsHold':
    case 'reviewSuggested':
    case 'identityMismatch':
    case 'refused':
      return { kind: content.kind };
    default:
      return assertNever(content);
  }
};

/** The things a reply names, in words, for the dossier. */
export const propertiesIn = (content: ReplyContent): readonly Omit<PropertyDossier, 'propertyId'>[] =>
  content.kind !== 'records'
    ? []
    : content.properties.map(({ propertyNo, location, certificateNo, areaSquareMetres }) => ({
        propertyNo,
        location,
        ...(certificateNo !== undefined && { certificateNo }),
        ...(areaSquareMetres !== undefined && { areaSquareMetres }),
      }));

/** The lines of the request that a reply speaks of, each with its place in the body. */
export const linesIn = (content: ReplyContent): readonly { readonly lineNo: number; readonly pointer: string }[] => {
  switch (content.kind) {
    case 'registered':
    case 'promoted':
    case 'renewed':
      return content.lines.map(({ lineNo }, index) => ({ lineNo, pointer: `/content/lines/${index}/lineNo` }));
    case 'lifted':
    case 'markCleared':
      return content.lines.map((lineNo, index) => ({ lineNo, pointer: `/content/lines/${index}` }));
    default:
      return [];
  }
};

type WrittenLine = Extract<ReplyContent, { readonly kind: 'registered' }>['lines'][number];

const lineIn = ({ effectiveAt, endsAt, ...line }: WrittenLine): RegisteredLine => ({
  ...line,
  ...(effectiveAt !== undefined && { effectiveAt: provenInstant(effectiveAt) }),
  ...(endsAt !== undefined && { endsAt: provenInstant(endsAt) }),
});

const idAt = (ids: readonly string[], index: number): PropertyId => {
  const id = ids[index];
  if (id === undefined) throw new Error(`The dossier gave no id for property ${index} of a reply`);
  return id as PropertyId;
};
