import type { ReplyContent } from '../adapters/units/wire/messages.ts';
import { isPressing, type Asked } from './asked.ts';
import { contentOf } from './content.ts';
import type { Behaviour, Template } from './script.ts';

type Sending = Omit<Extract<Behaviour, { readonly usual: true }>, 'usual'>;

/** One answer a unit is going to give, and when: milliseconds of the court clock. */
export interface Intended {
  readonly content: ReplyContent;
  readonly dueMs: number;
  readonly times: number;
  readonly fromUnit?: string | undefined;
  readonly badSignature: boolean;
}

/** Everything a unit will say because of one step, in the order of its moments. `question` is what the step asks or presses for. */
export const intentions = (behaviours: readonly Behaviour[], question: Asked, receivedMs: number): readonly Intended[] =>
  behaviours
    .flatMap((behaviour) => answersIn(behaviour, question))
    .map(({ template, sending }): Intended => {
      const dueMs = receivedMs + delayOf(sending);
      const { times = 1, fromUnit, badSignature = false } = sending;
      return { content: contentOf(template, question, dueMs), dueMs, times, fromUnit, badSignature };
    })
    .toSorted((one, other) => one.dueMs - other.dueMs);

/** What a unit does: as scripted, and as usual where the script does not say what it answers. Silence must be said. */
export const behavioursOf = (scripted: readonly Behaviour[] | undefined, asked: Asked): readonly Behaviour[] =>
  scripted?.some(saysWhatItAnswers) === true ? scripted : [...(scripted ?? []), usually(asked)];

const saysWhatItAnswers = (behaviour: Behaviour): boolean => 'reply' in behaviour || 'usual' in behaviour || 'silent' in behaviour;

const usually = (asked: Asked): Behaviour => {
  if (asked.step === 'order') return { usual: true, afterDays: 1 };
  return isPressing(asked) ? { silent: true } : { usual: true };
};

interface Answer {
  readonly template: Template;
  readonly sending: Sending;
}

const answersIn = (behaviour: Behaviour, question: Asked): readonly Answer[] => {
  if ('usual' in behaviour) {
    const { usual: _usual, ...sending } = behaviour;
    return usualAnswers(question).map((answer) => ({
      template: answer.template,
      sending: { ...inTime(answer.sending, sending), ...sending },
    }));
  }
  if (!('reply' in behaviour)) return [];
  const { reply, ...sending } = behaviour;
  return [{ template: reply, sending }];
};

/** A delay that the script names stands in the place of the usual one. */
const inTime = (usual: Sending, named: Sending): Sending =>
  named.afterDays === undefined && named.afterHours === undefined && named.afterMs === undefined ? usual : {};

const answer = (template: Template, afterDays: number): Answer => ({ template, sending: { afterDays } });

const usualAnswers = ({ step, actionId }: Asked): readonly Answer[] => {
  switch (step) {
    case 'renewal':
      return [answer({ kind: 'renewed' }, 1)];
    case 'lift':
    case 'partLift':
      return [answer({ kind: 'lifted' }, 0.5)];
    case 'clearing':
      return [answer({ kind: 'markCleared' }, 0.5)];
    case 'endOfUrging':
    case 'addition':
      return [answer({ kind: 'noted' }, 0.5)];
    default:
      return usualByAction.get(actionId) ?? [answer({ kind: 'noted' }, 1)];
  }
};

const usualByAction: ReadonlyMap<string, readonly Answer[]> = new Map([
  ['C01-1', [answer({ kind: 'urged', result: 'promised', note: '已约谈并督促，本人承诺自觉履行生效法律文书确定的义务。' }, 10)]],
  ['C04-1', [answer({ kind: 'records' }, 1)]],
  ['C08-1', [answer({ kind: 'caseAccepted' }, 0), answer({ kind: 'caseFiled' }, 5)]],
  ['C09-2', [answer({ kind: 'reasonsRequested' }, 2), answer({ kind: 'noticeToFile' }, 9)]],
  ['C14-1', [answer({ kind: 'noRecord' }, 1)]],
  ['C14-2', [answer({ kind: 'registered' }, 0.5)]],
]);

const delayOf = ({ afterDays = 0, afterHours = 0, afterMs = 0 }: Sending): number =>
  Math.round(afterDays * 86_400_000 + afterHours * 3_600_000 + afterMs);
