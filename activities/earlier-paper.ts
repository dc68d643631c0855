import { dateOf } from '../domain/calendar/instant.ts';
import type { DossierReader } from '../domain/ports/dossier.ts';
import type { EarlierPaper } from '../documents/facts.ts';

/** A paper that a later one refers to; nothing while it has no number. Electronic service takes effect on the day of issue. */
export const earlierPaper = async (paperId: string, dossier: DossierReader): Promise<EarlierPaper | undefined> => {
  const paper = await dossier.paper(paperId);
  if (paper?.number === undefined || paper.issuedAt === undefined) return undefined;
  return { title: paper.title, number: paper.number, servedOn: dateOf(paper.issuedAt) };
};
