import { dateOf, type CivilDate } from '../../domain/calendar/instant.ts';
import type { Person } from '../../domain/access.ts';
import type { PartyDossier } from '../../domain/ports/dossier.ts';
import type { PartyId } from '../../domain/party/party.ts';
import { assertNever, err, ok, type Result } from '../../domain/result.ts';
import type { CaseFiled, CaseFiling } from '../contract/filing.ts';
import { invalid, problem, refused, type Problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import type { z } from 'zod';
import { caseFileOf, caseIdOf } from './case-file.ts';
import { faultsOfFiling, type Surroundings } from './examine.ts';
import { partiesOf, type FiledParty } from './parties.ts';

/** Who files under which key. */
export interface Filer {
  readonly person: Person;
  readonly actId: string;
}

/**
 * Files one case: examined first, so that what is refused leaves nothing behind; then the words are put into the dossier, where they
 * mean nothing by themselves; then the process is started with the ids. Safe to repeat at every step with the same content.
 */
export const fileCase = async (
  filing: CaseFiling,
  { person, actId }: Filer,
  services: Services,
): Promise<Result<z.input<typeof CaseFiled>, Problem>> => {
  const { desk, writer, hash, lawPack } = services;
  const today = dateOf(await services.courtTime());
  const { parties, faults } = partiesOf(filing, today);
  const more = faultsOfFiling(filing, parties, await surroundings(filing, parties, person, today, services));
  if (faults.length + more.length > 0) return invalid(...faults, ...more);

  const caseId = caseIdOf(filing);
  const contentHash = hash(filing);
  const { caseNumber, court, handler, instrument } = filing;
  const dossier = await writer.caseDossier({ caseId, caseNumber, court, handler, instrument, contentHash });
  if (dossier === 'otherContent') return refused('caseFiledOtherwise');
  const ids = new Map<string, PartyId>();
  for (const { pointer, words } of parties) ids.set(pointer, (await writer.party(court, words)) as PartyId);

  const act = caseFileOf(filing, parties, (pointer) => known(ids, pointer), lawPack);
  const outcome = await desk.file({ actId, actor: person, bodyHash: contentHash, act });
  switch (outcome.kind) {
    case 'filed':
      return ok({ caseId, caseNumber, at: outcome.at, repeated: outcome.repeated });
    case 'otherContent':
      return refused('caseFiledOtherwise');
    case 'unavailable':
      return err(problem('unavailable'));
    default:
      return assertNever(outcome);
  }
};

const known = (ids: ReadonlyMap<string, PartyId>, pointer: string): PartyId => {
  const id = ids.get(pointer);
  if (id === undefined) throw new Error(`No party was stored for ${pointer}`);
  return id;
};

const surroundings = async (
  filing: CaseFiling,
  parties: readonly FiledParty[],
  { court }: Person,
  today: CivilDate,
  { dossier }: Services,
): Promise<Surroundings> => {
  const codes = [...new Set(parties.flatMap(({ seat }) => (seat?.unit === undefined ? [] : [seat.unit])))];
  const units = new Map(await Promise.all(codes.map(async (code) => [code, await dossier.unit(code)] as const)));
  const persons = new Map<string, PartyDossier | undefined>();
  for (const { words } of parties) persons.set(words.idNo, await dossier.partyWithNumber(filing.court, words.idType, words.idNo));
  const handler = await dossier.staff(filing.handler);
  return { today, court, handler, unit: (code) => units.get(code), knownAs: ({ words }) => persons.get(words.idNo) };
};
