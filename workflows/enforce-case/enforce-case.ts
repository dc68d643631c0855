import { continueAsNew } from '@temporalio/workflow';
import type { CaseAct, CaseOccurrence, CaseRefusal } from '../../domain/enforcement-case/acts.ts';
import type { EnforcementCase } from '../../domain/enforcement-case/case.ts';
import type { CaseEvent } from '../../domain/enforcement-case/events.ts';
import { openCase } from '../../domain/enforcement-case/evolve.ts';
import { fileCase } from '../../domain/enforcement-case/file-case.ts';
import { caseAddress } from '../../domain/enforcement-case/plan.ts';
import { caseProcess } from '../../domain/enforcement-case/process.ts';
import { caseUpdates, signalsInWords, type CaseInput, type Carried, type Filing, type SignalBodies } from '../messages/messages.ts';
import { followProcess, type Opening, type Procedure } from '../support/process-loop.ts';
import { bear } from './bear.ts';

/**
 * Enforces one case: draws up what must be asked and of whom, lets each paper out when it is signed, takes in what the requests report,
 * refers a refusal, has everything undone when the debt is performed, and closes when no mark of the case is left.
 */
export async function enforceCase(input: CaseInput): Promise<void> {
  const { carried, opening } = 'filing' in input ? filed(input.filing) : { carried: input.carried, opening: undefined };
  const { caseId } = (carried.state as EnforcementCase).file;
  const end = await followProcess(enforcement(caseAddress(caseId)), carried, opening);
  if (end.kind === 'full') await continueAsNew<typeof enforceCase>({ carried: end.carried });
}

const filed = ({ file, posted }: Filing): { readonly carried: Carried; readonly opening: Opening<CaseEvent> } => {
  const { at, offsetMs, signed, id } = posted;
  const events = fileCase(file, at);
  const state = openCase({ type: 'CaseFiled', at, file, duties: [], planning: [] });
  return {
    carried: { schemaVersion: 1, state, line: 0, offsetMs, floor: at, taken: [id] },
    opening: { events, signed, consumes: [id] },
  };
};

const enforcement = (stream: string): Procedure<EnforcementCase, CaseEvent, CaseOccurrence, CaseRefusal> => ({
  kind: caseProcess,
  stream,
  acts: caseUpdates,
  onAct: ({ body, actor }, at) => ({ type: 'act', at, actor, act: body as CaseAct }),
  signals: {
    report: { inWords: signalsInWords.report, means: (body, at) => ({ type: 'report', at, report: body as SignalBodies['report'] }) },
    referralReport: {
      inWords: signalsInWords.referralReport,
      means: (body, at) => ({ type: 'referralReport', at, report: body as SignalBodies['referralReport'] }),
    },
  },
  onDue: (at) => ({ type: 'due', at }),
  bear,
});
