import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import { chineseMinute } from '../../domain/calendar/chinese-date.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { Standing } from '../../domain/ports/reader.ts';
import { awaitingActor, nextDueAt, phase } from '../messages/search-attributes.ts';

/** Shows where a process stands: in words to whoever opens it, by attributes to whoever searches. Says nothing twice. */
export const standingBoard = () => {
  let shown = '';
  return (standing: Standing, due: Instant | undefined): void => {
    const next = `${standing.phase}|${standing.awaiting}|${due ?? ''}`;
    setCurrentDetails(inWords(standing, due));
    if (next === shown) return;
    shown = next;
    upsertSearchAttributes([
      { key: phase, value: standing.phase },
      { key: awaitingActor, value: standing.awaiting },
      { key: nextDueAt, value: due === undefined ? null : new Date(due) },
    ]);
  };
};

const inWords = ({ details, awaiting }: Standing, due: Instant | undefined): string => {
  const next = due === undefined ? [] : [`- 下一期限：${chineseMinute(due)}`];
  return `**${details}**\n\n${[`- 待办：${actors[awaiting]}`, ...next].join('\n')}`;
};

const actors: Record<Standing['awaiting'], string> = {
  unit: '协助单位',
  judge: '承办法官',
  bureauHead: '执行局局长',
  president: '院长',
  clerk: '书记员',
  nobody: '无',
};
