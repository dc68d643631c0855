import type { AssistanceRequest } from '../../domain/assistance/request.ts';
import { requestProcess } from '../../domain/assistance/process.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import { caseProcess } from '../../domain/enforcement-case/process.ts';
import type { CaseEvent } from '../../domain/enforcement-case/events.ts';
import type { StaffId } from '../../domain/enforcement-case/proposal.ts';
import type { ActOutcome, Desk, KeyedAct } from '../../domain/ports/desk.ts';
import type { AuditLine, AuditReader, CaseRow, Page, PaperRow, PaperTrail, RecordReader, RequestRow } from '../../domain/ports/reader.ts';
import { routingOf } from '../../domain/unit/unit.ts';
import { moment, story, type Story } from '../support/story.ts';
import { units } from './units.ts';

const morning = '2026-03-02 09:00';

/**
 * The court behind the counter, played by the pure processes: what an act comes to is decided by the law itself, and only the engine
 * and the database are away. Takes acts under their keys as the real desk does.
 */
export const courtInMemory = () => {
  const stories = new Map<string, Story>();
  const acts = new Map<string, { readonly bodyHash: string; readonly outcome: ActOutcome<never> }>();
  const replies = new Set<string>();
  const lines: AuditLine[] = [];
  let now: Instant = moment(morning);
  const storyOf = (caseId: string) => stories.get(caseId.split('/')[0] ?? '');

  const act = <Refusal>(
    key: KeyedAct<unknown>,
    on: Story | undefined,
    perform: (on: Story) => Refusal | undefined,
  ): ActOutcome<Refusal> => {
    const known = acts.get(key.actId);
    if (known !== undefined) return known.bodyHash === key.bodyHash ? known.outcome : { kind: 'keyReused' };
    if (on === undefined) return { kind: 'unknown' };
    const before = on.case().events().length;
    const refusal = perform(on);
    if (refusal !== undefined) return { kind: 'refused', refusal };
    const papers = on.case().events().slice(before).flatMap(issuedBy);
    const outcome = { kind: 'done', at: now, result: { line: on.case().events().length, papers } } as const;
    acts.set(key.actId, { bodyHash: key.bodyHash, outcome });
    return outcome;
  };

  const desk: Desk = {
    file: async ({ act: file }) => {
      const repeated = stories.has(file.caseId);
      if (!repeated) stories.set(file.caseId, story(morning, units.map(routingOf)).until(now).filed(file));
      return { kind: 'filed', at: now, repeated };
    },
    actOnCase: async (caseId, key) =>
      act(key, storyOf(caseId), (on) => {
        const { id, level } = key.actor;
        return on.acts({ id: id as StaffId, ...(level !== undefined && { level }) }, key.act);
      }),
    actOnRequest: async (requestNo, key) => act(key, storyOf(requestNo), (on) => on.does(runningNo(requestNo), key.act)),
    reply: async ({ unit, replyNo, requestNo, answer }) => {
      const repeated = replies.has(`${unit} ${replyNo}`);
      replies.add(`${unit} ${replyNo}`);
      if (!repeated) storyOf(requestNo)?.says(runningNo(requestNo), answer, replyNo, unit);
      return { kind: 'taken', repeated };
    },
  };

  const reader: RecordReader & PaperTrail = {
    case: async (caseId) => rowOfCase(storyOf(caseId)),
    cases: async ({ court, handler }, cursor, limit) =>
      pageOf(
        [...stories.values()]
          .flatMap((one) => rowOfCase(one) ?? [])
          .filter((row) => row.court === court && (handler ?? row.handler) === row.handler),
        cursor,
        limit,
      ),
    requestsOfCase: async (caseId) => requestsOf(storyOf(caseId)),
    request: async (requestNo) => requestsOf(storyOf(requestNo)).find(({ state }) => state.file.requestNo === requestNo),
    requestsOfUnit: async (unit, cursor, limit) =>
      pageOf(
        [...stories.values()].flatMap(requestsOf).filter((row) => row.unit === unit && !row.ended),
        cursor,
        limit,
      ),
    referralsOfCase: async () => [],
    timeline: async (caseId, cursor, limit) => {
      const events = storyOf(caseId)?.case().events() ?? [];
      const stream = `case/${caseId}`;
      const all = events.map((body, index) => ({ stream, number: index + 1, type: body.type, at: body.at, recordedAt: body.at, body }));
      const from = cursor === undefined ? 0 : Number(cursor) || all.length;
      return { items: all.slice(from, from + limit), ...(from + limit < all.length && { next: String(from + limit) }) };
    },
    paper: async (paperId) => [...stories.values()].flatMap(papersOf).find((paper) => paper.paperId === paperId),
    papersOfCase: async (caseId) => papersOf(storyOf(caseId)),
    requestOfPaper: async (paperId) => {
      const all = [...stories.values()].flatMap(requestsOf);
      return all.find(({ workflowId }) => sentWith(storyOf(workflowId.slice('request/'.length)), workflowId).includes(paperId));
    },
    officeList: async () =>
      [...stories.values()]
        .flatMap(requestsOf)
        .filter(({ phase }) => phase === 'reportedToOffice')
        .map(({ state, unit, actionId }) => ({ requestNo: state.file.requestNo, unit, actionId, reportedAt: now })),
  };

  const audit: AuditReader = {
    lines: async (filter, cursor, limit) =>
      pageOf(
        lines.filter((line) => (filter.caseId ?? line.caseId) === line.caseId && (filter.actor ?? line.actor) === line.actor),
        cursor,
        limit,
      ),
  };

  return {
    desk,
    reader,
    audit,
    auditLines: lines,
    now: () => now,
    leap: (to: Instant) => {
      now = to;
      for (const one of stories.values()) one.until(to);
    },
  };
};

const runningNo = (requestNo: string): string => requestNo.split('/')[1] ?? '';

const rowOfCase = (on: Story | undefined): CaseRow | undefined => {
  if (on === undefined) return undefined;
  const run = on.case();
  const state = run.state();
  const { workflowId, caseId, court, handler = '' } = caseProcess.listingOf(state);
  const due = run.due();
  const standing = caseProcess.standingOf(state);
  return { workflowId, caseId, court, handler, line: run.events().length, state, ...standing, ...(due !== undefined && { dueAt: due }) };
};

const requestsOf = (on: Story | undefined): readonly RequestRow[] =>
  (on?.case().state().requests ?? []).flatMap(({ requestNo }) => (on === undefined ? [] : [rowOfRequest(on, runningNo(requestNo))]));

const rowOfRequest = (on: Story, named: string): RequestRow => {
  const run = on.request(named);
  const state: AssistanceRequest = run.state();
  const { workflowId, caseId, court, unit = '', actionId = '' } = requestProcess.listingOf(state);
  const due = run.due();
  const standing = requestProcess.standingOf(state);
  return {
    workflowId,
    caseId,
    court,
    unit,
    actionId,
    line: run.events().length,
    state,
    ...standing,
    ...(due !== undefined && { dueAt: due }),
  };
};

const sentWith = (on: Story | undefined, workflowId: string): readonly string[] =>
  (on?.request(runningNo(workflowId.slice('request/'.length))).events() ?? []).flatMap((event) =>
    event.type === 'StepDecided' ? event.papers.map(({ paperId }) => paperId) : [],
  );

const numberOf = (paperId: string): string => `云2301演示〔2026〕${paperId.replaceAll(/\D/g, '').slice(-3)}号`;

const issuedBy = (event: CaseEvent) =>
  event.type === 'PaperIssued' ? [{ paperId: event.paper.paperId, number: numberOf(event.paper.paperId) }] : [];

const papersOf = (on: Story | undefined): readonly PaperRow[] => {
  const events = on?.case().events() ?? [];
  const caseId = on?.case().state().file.caseId ?? '';
  const drafts = events.flatMap((event) => (event.type === 'ProposalDrawnUp' ? event.proposal.papers : []));
  return drafts.map(({ paperId, kind }): PaperRow => {
    const issued = events.find((event) => event.type === 'PaperIssued' && event.paper.paperId === paperId);
    const signatures = events.flatMap((event) =>
      event.type === 'PaperSigned' && event.signature.paperId === paperId
        ? [{ level: event.signature.level, by: event.signature.by, at: event.at }]
        : [],
    );
    const words = { kind, title: kind, text: '被执行人乙试例𠮷' };
    const whenIssued = issued && { number: numberOf(paperId), contentHash: 'a'.repeat(64), issuedAt: issued.at, content: words };
    return { paperId, caseId, kind, signatures, ...whenIssued };
  });
};

const pageOf = <Item>(all: readonly Item[], cursor: string | undefined, limit: number): Page<Item> => {
  const from = cursor === undefined ? 0 : Number(cursor) || all.length;
  return { items: all.slice(from, from + limit), ...(from + limit < all.length && { next: String(from + limit) }) };
};
