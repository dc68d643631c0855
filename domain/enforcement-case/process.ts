import { requestAddress } from '../assistance/process.ts';
import { openingLines } from '../assistance/opening.ts';
import type { Birth, ProcessKind, ProcessMessage } from '../process/process.ts';
import { referralAddress } from '../referral/process.ts';
import type { Standing } from '../ports/reader.ts';
import { assertNever } from '../result.ts';
import type { CaseOccurrence, CaseRefusal } from './acts.ts';
import type { EnforcementCase } from './case.ts';
import { closingObstacles } from './close.ts';
import { decideCase } from './decide.ts';
import type { CaseEvent } from './events.ts';
import { evolveCase, replayCase } from './evolve.ts';
import { dueOfCase } from './on-due.ts';
import { caseAddress } from './plan.ts';
import { awaitedLevels } from './proposal.ts';
import { caseEventInWords } from './words.ts';

/** An enforcement case as a process. */
export const caseProcess: ProcessKind<EnforcementCase, CaseEvent, CaseOccurrence, CaseRefusal> = {
  name: 'case',
  replay: replayCase,
  evolve: evolveCase,
  decide: decideCase,
  dueOf: dueOfCase,
  errandOf: ({ planning }) => (planning.length > 0 ? { kind: 'readUnits' } : undefined),
  standingOf,
  messagesOf: ({ file }, events, line) =>
    events.flatMap((event, index): readonly ProcessMessage[] =>
      event.type === 'RequestInstructed'
        ? [
            {
              id: `${file.caseId}#${line + index}`,
              to: requestAddress(event.requestNo),
              signal: 'instruction',
              at: event.at,
              body: event.instruction,
            },
          ]
        : [],
    ),
  birthsOf: ({ file }, events) => events.flatMap((event) => birthsIn(event, file)),
  inWords: caseEventInWords,
  listingOf: ({ file }) => ({ workflowId: caseAddress(file.caseId), caseId: file.caseId, court: file.court, handler: file.handler }),
};

const birthsIn = (event: CaseEvent, { caseId, court, lawPack }: EnforcementCase['file']): readonly Birth[] => {
  switch (event.type) {
    case 'RequestStarted': {
      const events = openingLines(event.file, event.papers, event.at);
      return [{ kind: 'request', workflowId: requestAddress(event.file.requestNo), events }];
    }
    case 'ReferralStarted': {
      const { referralNo, debtor, ground, at } = event;
      const opened = { type: 'ReferralOpened', at, file: { referralNo, caseId, court, debtor, ground, lawPack } } as const;
      return [{ kind: 'referral', workflowId: referralAddress(referralNo), events: [opened] }];
    }
    default:
      return [];
  }
};

function standingOf(book: EnforcementCase): Standing {
  if (book.status === 'closed') return { phase: 'closed', awaiting: 'nobody', details: '执行完毕，已结案。', ended: true };
  const waits = book.proposals.flatMap((proposal) => awaitedLevels(proposal).map(({ level }) => level));
  const awaiting = waits.includes('judge')
    ? 'judge'
    : waits.includes('bureauHead')
      ? 'bureauHead'
      : waits.includes('president')
        ? 'president'
        : 'nobody';
  return {
    phase: book.status,
    awaiting: awaiting === 'nobody' ? nextAfterSignatures(book) : awaiting,
    details: caseInWords(book, waits.length),
    ended: false,
  };
}

const nextAfterSignatures = (book: EnforcementCase): Standing['awaiting'] => {
  if (book.unserved.length > 0) return 'clerk';
  if (book.status === 'satisfied') return closingObstacles(book, book.satisfiedAt).length > 0 ? 'unit' : 'judge';
  return book.requests.some(({ ended }) => ended === undefined) ? 'unit' : 'nobody';
};

const caseInWords = (book: EnforcementCase, waiting: number): string => {
  const open = book.requests.filter(({ ended }) => ended === undefined).length;
  const missed = book.duties.filter(({ status }) => status === 'overdue').length;
  const parts = [
    stageInWords(book),
    `协助事项${book.requests.length}项，未结${open}项`,
    ...(waiting > 0 ? [`待签文书${waiting}件`] : []),
    ...(book.unserved.length > 0 ? [`待送达${book.unserved.length}件`] : []),
    ...(missed > 0 ? [`本院逾期${missed}项`] : []),
  ];
  return `${parts.join('；')}。`;
};

const stageInWords = (book: EnforcementCase): string => {
  switch (book.status) {
    case 'open':
      return '执行中';
    case 'satisfied':
      return '债务已履行，正在解除措施';
    case 'closed':
      return '已结案';
    default:
      return assertNever(book);
  }
};
