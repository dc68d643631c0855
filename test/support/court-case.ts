import { randomUUID } from 'node:crypto';
import { contentHash } from '../../adapters/crypto/content-hash.ts';
import type { Database } from '../../adapters/postgres/client.ts';
import type { dossierWriter } from '../../adapters/postgres/dossier-writer.ts';
import type { RequestRefusal } from '../../domain/assistance/decide.ts';
import type { RequestAct } from '../../domain/assistance/messages.ts';
import { civilDate, dateOf, type Instant } from '../../domain/calendar/instant.ts';
import type { ActionId } from '../../domain/catalogue/index.ts';
import { balanceOn } from '../../domain/claim/ledger.ts';
import { fenOf, type Fen } from '../../domain/claim/money.ts';
import type { CaseAct, CaseRefusal } from '../../domain/enforcement-case/acts.ts';
import type { CaseFile, CaseId } from '../../domain/enforcement-case/case.ts';
import type { CourtCode } from '../../domain/enforcement-case/courts.ts';
import type { StaffId } from '../../domain/enforcement-case/proposal.ts';
import { newestLawPackId } from '../../domain/law-pack/published-packs.ts';
import type { PartyFlags, PartyId } from '../../domain/party/party.ts';
import type { ActOutcome, ActResult, ActorIdentity, Desk, KeyedAct } from '../../domain/ports/desk.ts';
import type { CaseRow, RecordReader, RequestRow } from '../../domain/ports/reader.ts';
import { evidenceGroups } from '../../domain/referral/referral.ts';
import { insist, throughOutages } from './insisting.ts';
import { actorAt, applicant, court, debtor, instrument, staff, type Post } from './court-register.ts';

export interface CaseParts {
  readonly desk: Desk;
  readonly reader: RecordReader;
  readonly writer: ReturnType<typeof dossierWriter>;
  readonly database: Database;
  readonly now: () => Promise<Instant>;
}

type Flags = Partial<Omit<PartyFlags, 'role' | 'represents' | 'kind'>>;

export const yuan = (amount: number): Fen => {
  const fen = fenOf(Math.round(amount * 100));
  if (!fen.ok) throw new Error(`No amount: ${amount}`);
  return fen.value;
};

/** Files a case of one hundred thousand yuan against one debtor, and puts its story into the hands of the test. */
export const fileCase = (parts: CaseParts, serial: number, flags: Flags = {}): Promise<CaseInCourt> =>
  throughOutages(() => fileOnce(parts, serial, flags));

const fileOnce = async (parts: CaseParts, serial: number, flags: Flags): Promise<CaseInCourt> => {
  const { writer, desk, now } = parts;
  const caseId = `2026-yun2301-zhi-${serial}` as CaseId;
  const caseNumber = `（2026）云2301执${serial}号`;
  const debtorId = (await writer.party(court, debtor)) as PartyId;
  const applicantId = (await writer.party(court, applicant)) as PartyId;
  const file: CaseFile = {
    caseId,
    court: court as CourtCode,
    lawPack: newestLawPackId,
    handler: staff.judge.id as StaffId,
    appliedOn: dateOf(await now()),
    parties: [
      { partyId: applicantId, role: 'applicant', kind: 'naturalPerson', detentionNeedsPermission: false },
      { partyId: debtorId, role: 'debtor', kind: 'naturalPerson', detentionNeedsPermission: false, ...flags },
    ],
    claim: {
      costs: [],
      ordinaryInterest: [],
      principals: [{ itemNo: 1, amount: yuan(100_000) }],
      performBy: civilDate('2026-01-31'),
      doubledInterest: { kind: 'accrues', excluded: [] },
    },
  };
  const hash = contentHash({ ...file });
  await writer.caseDossier({ caseId, caseNumber, court, handler: file.handler, instrument, contentHash: hash });
  const filing = { actId: `court-system:${caseId}`, actor: { id: 'court-system', role: 'court-system', court }, bodyHash: hash, act: file };
  await insist(() => desk.file(filing), 'filing');
  return caseInCourt(parts, caseId, debtorId);
};

export type CaseInCourt = ReturnType<typeof caseInCourt>;

const caseInCourt = ({ desk, reader, writer, now }: CaseParts, caseId: CaseId, debtorId: PartyId) => {
  const keyed = <Act extends object>(by: Post | ActorIdentity, act: Act, key: string): KeyedAct<Act> => {
    const actor = typeof by === 'string' ? actorAt(by) : by;
    return { actId: `${actor.id}:${key}`, actor, bodyHash: contentHash({ ...act }), act };
  };
  const row = async (): Promise<CaseRow> => {
    const found = await throughOutages(() => reader.case(caseId));
    if (found === undefined) throw new Error(`Nothing is recorded of ${caseId}`);
    return found;
  };
  const requests = () => throughOutages(() => reader.requestsOfCase(caseId));

  const kase = {
    caseId,
    debtorId,
    row,
    state: async () => (await row()).state,
    requests,
    /** The last request for that action. */
    request: async (actionId: ActionId): Promise<RequestRow> => {
      const found = (await requests()).findLast((request) => request.actionId === actionId);
      if (found === undefined) throw new Error(`${caseId} has no request ${actionId}`);
      return found;
    },
    /** Sends an act once, and tells what the caller hears. */
    sends: (by: Post | ActorIdentity, act: CaseAct, key: string = randomUUID()): Promise<ActOutcome<CaseRefusal>> =>
      desk.actOnCase(caseId, keyed(by, act, key)),
    /** Sends an act, and again under its key while the court asks for that, until it is done. */
    acts: async (post: Post, act: CaseAct, key: string = randomUUID()): Promise<ActResult> =>
      resultOf(await insist(() => desk.actOnCase(caseId, keyed(post, act, key)), act.kind), act.kind),
    actsOn: async (request: RequestRow, post: Post, act: RequestAct): Promise<ActResult> => {
      const { requestNo } = request.state.file;
      const sent = keyed(post, act, randomUUID());
      return resultOf<RequestRefusal>(await insist(() => desk.actOnRequest(requestNo, sent), act.kind), act.kind);
    },
    /** Why an act is refused. */
    refusal: async (by: Post | ActorIdentity, act: CaseAct): Promise<{ readonly kind: string }> => {
      const outcome = await insist(() => desk.actOnCase(caseId, keyed(by, act, randomUUID())), act.kind);
      if (outcome.kind !== 'refused') throw new Error(`${act.kind} is not refused but ${outcome.kind}`);
      return outcome.refusal;
    },
    /** Each signs, in this order, everything that waits for his hand. */
    approvedBy: async (...posts: readonly Post[]): Promise<void> => {
      for (const post of posts) await kase.acts(post, { kind: 'approve', proposals: 'all' });
    },
    pays: (amount: Fen, key?: string): Promise<ActResult> =>
      throughOutages(now).then((at) => kase.acts('clerk', { kind: 'recordPayment', amount, receivedOn: dateOf(at) }, key)),
    paysAll: async (): Promise<void> => {
      const { file, payments } = await kase.state();
      await kase.pays(balanceOn(file.claim, payments, dateOf(await throughOutages(now))).total);
    },
    /** One piece of evidence for each of the five groups. */
    attachesAllEvidence: async (): Promise<void> => {
      for (const group of evidenceGroups) {
        const evidenceId = `${caseId}.e.${group}`;
        await writer.evidence({ evidenceId, caseId, group, title: '演示证据', content: Buffer.from('演示') });
        await kase.acts('clerk', { kind: 'attachEvidence', evidenceId, group, debtor: debtorId });
      }
    },
    refers: () => kase.acts('judge', { kind: 'refer', debtor: debtorId, ground: 'concealsProperty' }),
    closes: () => kase.acts('judge', { kind: 'close', mode: 'performed' }),
  };
  return kase;
};

const resultOf = <Refusal extends { readonly kind: string }>(outcome: ActOutcome<Refusal>, what: string): ActResult => {
  if (outcome.kind === 'done') return outcome.result;
  throw new Error(`${what} is not done: ${JSON.stringify(outcome)}`);
};
