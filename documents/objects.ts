import { chineseDate } from '../domain/calendar/chinese-date.ts';
import { table, type Block } from './content.ts';
import type { ObjectFacts } from './facts.ts';

/** The property line by line with its term; nothing where a paper concerns no property. */
export const termTable = (objects: readonly ObjectFacts[]): readonly Block[] =>
  rowsOf(objects, ['序号', '财产（标的）', '登记号（权证号）', '起始日期', '届满日期'], (object) => [
    object.startsOn === undefined ? '自登记之日起' : chineseDate(object.startsOn),
    object.endsOn === undefined ? '登记时依法确定' : chineseDate(object.endsOn),
  ]);

/** The property line by line, where no term matters any more. */
export const objectTable = (objects: readonly ObjectFacts[]): readonly Block[] =>
  rowsOf(objects, ['序号', '财产（标的）', '登记号（权证号）'], () => []);

const rowsOf = (
  objects: readonly ObjectFacts[],
  head: readonly string[],
  term: (object: ObjectFacts) => readonly string[],
): readonly Block[] =>
  objects.length === 0
    ? []
    : [
        table(
          head,
          objects.map((object) => [String(object.lineNo), object.description, object.registrationNo ?? '—', ...term(object)]),
        ),
      ];
