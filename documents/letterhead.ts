import { paperKinds } from '../domain/paper/paper.ts';
import type { Closing, PaperContent } from './content.ts';
import { dateInWords } from './dates.ts';
import type { PaperFacts } from './facts.ts';

/** What a paper says of its own. Everything else, it has in common with every paper of the court. */
type OwnWords = Pick<PaperContent, 'addressee' | 'body' | 'enclosures' | 'annexes' | 'returnSlip'> & {
  readonly remedies?: readonly string[];
  readonly formula: string;
  readonly signatory?: string;
};

/** Sets the words of a paper between the court's head and its closing. */
export const paperOf = (facts: PaperFacts, { formula, signatory, remedies = [], ...words }: OwnWords): PaperContent => ({
  kind: facts.kind,
  title: paperKinds[facts.kind].title,
  courtName: facts.court.name,
  number: facts.number ?? null,
  caseNumber: facts.caseNumber,
  grounds: facts.grounds,
  remedies,
  ...words,
  closing: closingOf(facts, formula, signatory),
});

const closingOf = (facts: PaperFacts, formula: string, signatory: string | undefined): Closing => ({
  formula,
  ...(signatory === undefined ? {} : { signatory }),
  courtName: facts.court.name,
  dateInChinese: dateInWords(facts.issuedOn),
  handler: facts.handler.name,
  phone: facts.handler.phone,
});
