import { actionOf, type ActionId } from '../catalogue/index.ts';
import { leavesMark } from '../measure/measure.ts';
import type { Answer, CriminalAnswer } from './answer.ts';
import type { AssistanceRequest, OpeningStep } from './request.ts';

/** Whether an answer of that kind answers anything: the open question, a measure that stands, or an urging that goes on. */
export const isAsked = (request: AssistanceRequest, answer: Answer): boolean => {
  const { kind } = actionOf(request.file.actionId);
  const step = request.status === 'exchanging' ? request.exchange.step : undefined;
  if (answer.kind === 'reviewSuggested') return true;
  if (answer.kind === 'promoted') return request.measures.some(({ status }) => status === 'waiting');
  if (saidBy[request.file.actionId]?.some((said) => said === answer.kind) === true) return true;
  if (kind === 'urge' && step === undefined) return toAnUrging.includes(answer.kind);
  if (step === undefined) return false;
  return objections.includes(answer.kind) || (kind !== 'criminal' && answersTo(request, kind, step).includes(answer.kind));
};

/** What may be said to any question instead of an answer. */
const objections: readonly Answer['kind'][] = ['returned', 'identityMismatch', 'refused'];

/** Police and procuratorate speak when their procedure has got so far, whether or not the court is waiting. @see RJ25 5; CrPL 113 */
const saidBy: Partial<Record<ActionId, readonly CriminalAnswer[]>> = {
  'C08-1': ['caseAccepted', 'caseComplex', 'caseFiled', 'caseNotFiled'],
  'C09-2': ['caseAccepted', 'reasonsRequested', 'noticeToFile', 'reasonsHold', 'caseFiled'],
};

/** A debtor who promised may perform later, or not: each word about it belongs to the urging until that ends. */
const toAnUrging: readonly Answer['kind'][] = ['urged', 'noted'];

const answersTo = (request: AssistanceRequest, kind: 'query' | 'control' | 'urge', step: OpeningStep): readonly Answer['kind'][] => {
  if (step === 'service') return toService[kind];
  return kind === 'control' ? toControl(request, step) : [];
};

const toService: Record<'query' | 'control' | 'urge', readonly Answer['kind'][]> = {
  query: ['records', 'noRecord'],
  control: ['registered', 'notControlled'],
  urge: toAnUrging,
};

/** A lift may cross with the registration it undoes, and may find that nothing was ever registered. */
const toControl = ({ measures }: AssistanceRequest, step: Exclude<OpeningStep, 'service'>): readonly Answer['kind'][] => {
  if (step === 'renewal') return ['renewed'];
  if (step === 'endOfUrging') return [];
  return measures.some(leavesMark) ? ['lifted', 'markCleared', 'registered'] : ['lifted', 'markCleared', 'registered', 'notControlled'];
};
