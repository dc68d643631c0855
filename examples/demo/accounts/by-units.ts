import type { Play } from '../play.ts';
import type { UnitLog } from '../units.ts';
import { caseOfRequest, howMany, type UnitsAccount } from './account.ts';

/** What the units themselves say of these cases: the log of the simulator, the office's list, and the liaison officers' own notes. */
export const accountOfUnits = (log: UnitLog, play: Play, caseIds: readonly string[]): UnitsAccount => {
  const received = log.received.filter(({ requestNo }) => caseIds.includes(caseOfRequest(requestNo)));
  const sent = log.sent.filter(({ requestNo }) => caseIds.includes(caseOfRequest(requestNo)));
  const services = received.filter(({ step }) => step === 'service');
  const orders = received.filter(({ step }) => step === 'order');
  const supervisions = services.filter(({ actionId }) => actionId === 'C09-2');
  return {
    figures: {
      cases: howMany(services.map(({ requestNo }) => caseOfRequest(requestNo))),
      requests: howMany(services.map(({ requestNo }) => requestNo)),
      reminders: received.filter(({ step }) => step === 'reminder').length,
      escalations: orders.length + supervisions.length + play.onOfficeList.length,
      liftsConfirmed: sent.filter(({ kind }) => kind === 'lifted' || kind === 'markCleared').length,
    },
    acted: received.map(({ stepNo, step, acts }) => ({ stepNo, step, times: acts })),
    sent: [...sent, ...play.liaisonAnswers.map((answer) => ({ ...answer, unit: answer.replyNo.slice(0, answer.replyNo.indexOf(':')) }))],
  };
};
