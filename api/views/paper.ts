import type { z } from 'zod';
import { paperKinds, type PaperKind } from '../../domain/paper/paper.ts';
import type { PaperRow } from '../../domain/ports/reader.ts';
import type { PaperSummary } from '../contract/views.ts';

/** A paper without its words. */
export const paperSummary = ({
  paperId,
  caseId,
  kind,
  number,
  contentHash,
  issuedAt,
  signatures,
}: PaperRow): z.input<typeof PaperSummary> => ({
  paperId,
  caseId,
  kind,
  title: isPaperKind(kind) ? paperKinds[kind].title : kind,
  ...(number !== undefined && { number }),
  ...(contentHash !== undefined && { contentHash }),
  ...(issuedAt !== undefined && { issuedAt }),
  signatures: signatures.map(({ level, by, at }) => ({ level, by, at })),
});

const isPaperKind = (kind: string): kind is PaperKind => Object.hasOwn(paperKinds, kind);
