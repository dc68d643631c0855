import type { Database } from '../../../adapters/postgres/client.ts';
import type { AssistanceEvent } from '../../../domain/assistance/events.ts';
import { requestAddress } from '../../../domain/assistance/process.ts';
import { howMany, type RecordAccount, type Step, type UnitAnswer } from './account.ts';

interface Line {
  readonly stream: string;
  readonly type: string;
  readonly body: unknown;
  readonly actId: string | null;
}

type OfType<Type extends AssistanceEvent['type']> = Extract<AssistanceEvent, { readonly type: Type }>;

/** What stands in the event streams of these cases, read from PostgreSQL itself. */
export const accountOfRecord = async (database: Database, caseIds: readonly string[]): Promise<RecordAccount> => {
  const lines: readonly Line[] = await database.event.findMany({
    where: { caseId: { in: [...caseIds] } },
    orderBy: [{ stream: 'asc' }, { number: 'asc' }],
    select: { stream: true, type: true, body: true, actId: true },
  });
  const onFile = await database.message.findMany({ where: { signal: 'keptOnFile' }, select: { id: true } });
  const opened = bodies(lines, 'RequestOpened');
  const unitOf = new Map(opened.map(({ file }): [string, string] => [requestAddress(file.requestNo), file.unit]));
  const delivered = bodies(lines, 'StepDelivered');
  return {
    figures: {
      cases: howMany(lines.filter(({ type }) => type === 'CaseFiled').map(({ stream }) => stream)),
      requests: howMany(opened.map(({ file }) => file.requestNo)),
      reminders: delivered.filter(({ step }) => step === 'reminder').length,
      escalations:
        delivered.filter(({ step }) => step === 'order').length +
        supervised(lines).length +
        lines.filter(({ type }) => type === 'ReportedToOffice').length,
      liftsConfirmed: bodies(lines, 'AnswerReceived').filter(({ answer }) => undoing.includes(answer.kind)).length,
    },
    delivered,
    decidedAgain: decidedAgain(lines),
    answers: lines.filter(({ type }) => holding.includes(type)).map((line) => answerIn(line, unitOf.get(line.stream) ?? '')),
    onFile: onFile.map(({ id }) => id),
    actIds: [...new Set(lines.flatMap(({ actId }) => (actId === null ? [] : [actId])))],
  };
};

const undoing: readonly string[] = ['lifted', 'markCleared'];
const holding: readonly string[] = ['AnswerReceived', 'ReviewSuggested', 'ReplyKeptOnFile'];

const bodies = <Type extends AssistanceEvent['type']>(lines: readonly Line[], type: Type): readonly OfType<Type>[] =>
  lines.filter((line) => line.type === type).map(({ body }) => body as OfType<Type>);

/** Requests to the procuratorate that have reached it. */
const supervised = (lines: readonly Line[]): readonly Line[] => {
  const asked = lines.filter(({ type, body }) => type === 'RequestOpened' && (body as OfType<'RequestOpened'>).file.actionId === 'C09-2');
  const streams = asked.map(({ stream }) => stream);
  return lines.filter(
    ({ type, stream, body }) =>
      type === 'StepDelivered' && streams.includes(stream) && (body as OfType<'StepDelivered'>).step === 'service',
  );
};

/** A request is served once, and pressed once for each question by each means, unless a person has it served again. */
const decidedAgain = (lines: readonly Line[]): readonly Step[] => {
  const seen = new Set<string>();
  return lines.flatMap(({ type, body, stream, actId }): readonly Step[] => {
    if (type !== 'StepDecided') return [];
    const { step, of, stepNo } = body as OfType<'StepDecided'>;
    const isOnce = step === 'service' || step === 'reminder' || step === 'order';
    const key = `${stream} ${step} ${of ?? ''}`;
    const again = isOnce && seen.has(key) && !isByPerson(actId);
    seen.add(key);
    return again ? [{ stepNo, step }] : [];
  });
};

const isByPerson = (actId: string | null): boolean => actId !== null && !actId.startsWith('errand:');

const answerIn = ({ body }: Line, unit: string): UnitAnswer => {
  const { replyNo, stepNo = '' } = body as { readonly replyNo: string; readonly stepNo?: string };
  return { unit, replyNo, stepNo };
};
