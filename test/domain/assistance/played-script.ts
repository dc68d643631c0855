import type { Answer } from '../../../domain/assistance/answer.ts';
import type { Instruction } from '../../../domain/assistance/messages.ts';
import { earliest, type Instant } from '../../../domain/calendar/instant.ts';
import type { Said, Script } from '../../support/oracle.ts';
import { story, type Story } from '../../support/story.ts';
import { aRequestFile, theOrder } from './request-file.ts';

/** Plays what the script says, purely: the same script the oracle reads. */
export const played = (script: Script): Story => {
  const court = story('2017-01-01 00:00')
    .until(script.servedAt)
    .asked(aRequestFile(script.action, { channels: [script.carrier === 'paper' ? 'paper' : 'rest'] }));
  const instructions: readonly { readonly at: Instant | undefined; readonly instruction: Instruction }[] = [
    { at: script.orderSignedAt, instruction: { kind: 'order', paper: theOrder } },
    { at: script.renewalSignedAt, instruction: { kind: 'renew', papers: [] } },
    { at: script.liftSignedAt, instruction: { kind: 'lift', papers: [] } },
    { at: script.clearingSignedAt, instruction: { kind: 'clear', papers: [] } },
    { at: script.urgingEndedAt, instruction: { kind: 'endUrging', papers: [] } },
    { at: script.withdrawnAt, instruction: { kind: 'withdraw' } },
  ];
  const steps = [
    ...instructions.flatMap(({ at, instruction }) => (at === undefined ? [] : [{ at, run: () => court.told(script.action, instruction) }])),
    ...script.unit.map((said) => ({ at: said.at, run: () => court.says(script.action, answerOf(said)) })),
  ].toSorted((one, other) => (one.at < other.at ? -1 : 1));
  for (const { at, run } of steps) {
    court.until(earliest(at, script.until) ?? at);
    if (at <= script.until) run();
  }
  return court.until(script.until);
};

const answerOf = ({ at, says, until }: Said): Answer => {
  const line = {
    lineNo: 1,
    standing: 'inForce',
    registrationNo: 'cf-1',
    rank: 1,
    effectiveAt: at,
    ...(until !== undefined && { endsAt: until }),
  } as const;
  switch (says) {
    case 'records':
      return { kind: 'records', properties: [] };
    case 'registered':
    case 'renewed':
      return { kind: says, lines: [line] };
    case 'lifted':
    case 'markCleared':
      return { kind: says, lines: [1] };
    case 'urged':
      return { kind: 'urged', result: 'promised' };
    default:
      return { kind: says } as Answer;
  }
};
