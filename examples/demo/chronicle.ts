import pc from 'picocolors';
import { TimelineEvent } from '../../api/contract/views.ts';
import { chineseDay } from '../../domain/calendar/chinese-date.ts';
import { dateOf, type CivilDate, type Instant } from '../../domain/calendar/instant.ts';
import { paperKinds, type PaperKind } from '../../domain/paper/paper.ts';
import type { Visitor } from './counter.ts';
import type { CaseBook, Happening, Seen } from './seen.ts';
import type { Story } from './stories.ts';
import { lineOf, type Line, type Tone } from './words.ts';

/** Reads the timelines of the cases, and tells on the screen what is new in them. */
export interface Chronicle {
  /** Everything on record about a case. */
  read(caseId: string): Promise<readonly Happening[]>;
  /** Tells what of these cases has not been told yet, in the order of legal time. */
  tell(cases: readonly Seen[]): void;
}

export const openChronicle = (visitor: Visitor, storyOf: ReadonlyMap<string, Story>, print: (line: string) => void): Chronicle => {
  const told = new Set<string>();
  let day: CivilDate | undefined;

  const news = ({ book, happenings }: Seen): readonly Told[] =>
    happenings.flatMap((happening) => {
      const { stream, number } = happening;
      const line = told.has(`${stream}#${number}`) ? undefined : lineOf(happening);
      told.add(`${stream}#${number}`);
      return line === undefined ? [] : [{ happening, line, who: `${whose(book, storyOf)}${asked(happening, book)}` }];
    });

  return {
    read: (caseId) => visitor.readAll(`/cases/${caseId}/timeline`, TimelineEvent),
    tell: (cases) => {
      for (const one of asOne(cases.flatMap(news).toSorted(inOrder))) {
        const { at } = one.happening;
        if (dateOf(at as Instant) !== day) print(pc.bold(`\n${chineseDay((day = dateOf(at as Instant)))}`));
        print(`  ${pc.dim(minuteOf(one))}  ${one.who}${inTone[one.line.tone](inWords(one.line))}`);
      }
    },
  };
};

interface Told {
  readonly happening: Happening;
  readonly line: Line;
  readonly who: string;
}

/** What happened in one moment stands in the order in which it was written down. */
const inOrder = (one: Told, other: Told): number =>
  compare(one.happening.at, other.happening.at) || compare(one.happening.recordedAt, other.happening.recordedAt);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const asOne = (told: readonly Told[]): readonly Told[] => {
  const merged = new Map<string, Told>();
  for (const one of told) {
    const key = `${one.happening.at.slice(0, 16)} ${one.who} ${one.line.words}`;
    const before = merged.get(key);
    const papers = [...(before?.line.papers ?? []), ...(one.line.papers ?? [])];
    merged.set(key, before === undefined ? one : { ...before, line: { ...before.line, papers } });
  }
  return [...merged.values()];
};

const minuteOf = ({ happening }: Told): string => happening.at.slice(11, 16);

const whose = ({ caseId, caseNumber }: CaseBook, storyOf: ReadonlyMap<string, Story>): string =>
  `${pc.cyan(`${caseNumber.slice(caseNumber.lastIndexOf('执'))} ${storyOf.get(caseId)?.title ?? ''}`)}  `;

/** The unit of which a line speaks, and what it was asked; nothing where the line speaks of the court itself. */
const asked = ({ stream }: Happening, { requests }: CaseBook): string => {
  const request = requests.find(({ requestNo }) => stream === `request/${requestNo}`);
  return request === undefined ? '' : `${request.unitName} ${pc.dim(request.actionId)} `;
};

const inWords = ({ words, papers = [] }: Line): string => {
  const titles = [...new Set(papers)].map((kind) => titleOf(kind, papers.filter((other) => other === kind).length));
  return titles.length === 0 ? words : `${words}：${titles.join('')}`;
};

const titleOf = (kind: PaperKind, count: number): string => `《${paperKinds[kind].title}》${count > 1 ? `×${count}` : ''}`;

const inTone: Readonly<Record<Tone, (text: string) => string>> = {
  plain: (text) => text,
  good: pc.green,
  pressing: pc.yellow,
  bad: pc.red,
  quiet: pc.dim,
};
