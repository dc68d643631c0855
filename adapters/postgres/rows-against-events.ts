import { isDeepStrictEqual } from 'node:util';
import type { AssistanceEvent } from '../../domain/assistance/events.ts';
import { requestProcess } from '../../domain/assistance/process.ts';
import { epochMsOf, type Instant } from '../../domain/calendar/instant.ts';
import type { CaseEvent } from '../../domain/enforcement-case/events.ts';
import { caseProcess } from '../../domain/enforcement-case/process.ts';
import type { RecordFinding } from '../../domain/ports/reconciliation.ts';
import type { ProcessKind } from '../../domain/process/process.ts';
import type { ReferralEvent } from '../../domain/referral/events.ts';
import { referralProcess } from '../../domain/referral/process.ts';
import type { Process } from '../../generated/prisma/client.ts';
import type { Transaction } from './client.ts';

const atOnce = 200;

/** Goes through the read model and holds every row against what its events make, number by number. Names every process it saw. */
export const rowsAgainstEvents = async (transaction: Transaction) => {
  const processes: string[] = [];
  const findings: RecordFinding[] = [];
  for (;;) {
    const after = processes.at(-1) ?? '';
    const rows = await transaction.process.findMany({ where: { workflowId: { gt: after } }, orderBy: { workflowId: 'asc' }, take: atOnce });
    if (rows.length === 0) return { processes, findings };
    const events = await transaction.event.findMany({
      where: { stream: { in: rows.map(({ workflowId }) => workflowId) } },
      orderBy: { number: 'asc' },
      select: { stream: true, number: true, body: true },
    });
    const streams = new Map(rows.map(({ workflowId }): [string, NumberedBody[]] => [workflowId, []]));
    for (const event of events) streams.get(event.stream)?.push(event);
    for (const row of rows) findings.push(...faultsOf(row, streams.get(row.workflowId) ?? []));
    processes.push(...rows.map(({ workflowId }) => workflowId));
  }
};

interface NumberedBody {
  readonly number: number;
  readonly body: unknown;
}

const faultsOf = (row: Process, events: readonly NumberedBody[]): readonly RecordFinding[] => {
  const process = row.workflowId;
  const hole = events.findIndex(({ number }, index) => number !== index + 1);
  const missing = hole >= 0 ? hole + 1 : events.length < row.line ? events.length + 1 : undefined;
  if (missing !== undefined) return [{ kind: 'eventMissing', process, number: missing }];
  const isSame =
    events.length === row.line &&
    shows(
      row,
      replayed(
        row.kind,
        events.map(({ body }) => body),
      ),
    );
  return isSame ? [] : [{ kind: 'rowDiffers', process }];
};

interface Replayed {
  readonly state: unknown;
  readonly ended: boolean;
  readonly dueAt: Instant | undefined;
}

/** A record that its own kind of process cannot have written is the sum of nothing. */
const replayed = (kind: string, events: readonly unknown[]): Replayed | undefined => {
  try {
    if (kind === 'case') return replayedBy(caseProcess, events as readonly CaseEvent[]);
    if (kind === 'request') return replayedBy(requestProcess, events as readonly AssistanceEvent[]);
    return kind === 'referral' ? replayedBy(referralProcess, events as readonly ReferralEvent[]) : undefined;
  } catch {
    return undefined;
  }
};

const replayedBy = <State, Event extends { readonly at: Instant; readonly type: string }, Occurrence, Refusal>(
  kind: ProcessKind<State, Event, Occurrence, Refusal>,
  events: readonly Event[],
): Replayed => {
  const state = kind.replay(events);
  return { state: JSON.parse(JSON.stringify(state)) as unknown, ended: kind.standingOf(state).ended, dueAt: kind.dueOf(state) };
};

const shows = ({ state, ended, dueAt }: Process, sum: Replayed | undefined): boolean =>
  sum !== undefined &&
  ended === sum.ended &&
  dueAt?.getTime() === (sum.dueAt === undefined ? undefined : epochMsOf(sum.dueAt)) &&
  isDeepStrictEqual(state, sum.state);
