import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { startChild } from '@temporalio/workflow';
import { replayRequest } from '../../domain/assistance/evolve.ts';
import type { AssistanceEvent } from '../../domain/assistance/events.ts';
import { actionOf } from '../../domain/catalogue/index.ts';
import type { Birth } from '../../domain/process/process.ts';
import type { ReferralEvent } from '../../domain/referral/events.ts';
import { replayReferral } from '../../domain/referral/evolve.ts';
import { caseNo, courtCode, unitCode, actionId } from '../messages/search-attributes.ts';
import type { Carried } from '../messages/messages.ts';
import { referRefusal } from '../refer-refusal/refer-refusal.ts';
import { seekAssistance } from '../seek-assistance/seek-assistance.ts';

/**
 * Starts what an event called into being, with the lines already recorded for it. It outlives its case, for a measure may; that it runs
 * already is success, for then an earlier try of this very turn has started it.
 */
export const bear = async (birth: Birth, { offsetMs, floor }: Carried): Promise<void> => {
  const from = { schemaVersion: 1, line: birth.events.length, offsetMs, floor, taken: [] } as const;
  try {
    if (birth.kind === 'request') await startRequest(birth.workflowId, replayRequest(birth.events as readonly AssistanceEvent[]), from);
    if (birth.kind === 'referral') await startReferral(birth.workflowId, replayReferral(birth.events as readonly ReferralEvent[]), from);
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
};

const startRequest = async (workflowId: string, state: ReturnType<typeof replayRequest>, from: Omit<Carried, 'state'>): Promise<void> => {
  const { file } = state;
  await startChild(seekAssistance, {
    workflowId,
    args: [{ carried: { ...from, state } }],
    parentClosePolicy: 'ABANDON',
    staticSummary: `${file.actionId} ${actionOf(file.actionId).title}`,
    typedSearchAttributes: [
      { key: caseNo, value: file.caseId },
      { key: courtCode, value: file.court },
      { key: unitCode, value: file.unit },
      { key: actionId, value: file.actionId },
    ],
  });
};

const startReferral = async (workflowId: string, state: ReturnType<typeof replayReferral>, from: Omit<Carried, 'state'>): Promise<void> => {
  const { caseId, court } = state.file;
  await startChild(referRefusal, {
    workflowId,
    args: [{ carried: { ...from, state } }],
    parentClosePolicy: 'ABANDON',
    staticSummary: '移送涉嫌拒执犯罪',
    typedSearchAttributes: [
      { key: caseNo, value: caseId },
      { key: courtCode, value: court },
    ],
  });
};
