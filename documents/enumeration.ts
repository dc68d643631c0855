import { inWords } from './chinese-number.ts';
import type { Block, PaperContent } from './content.ts';

type Items = Extract<Block, { readonly type: 'items' }>;

/** The items with their marks: 一、二、三、 at the first level, （一）（二） below it. A single item needs none. */
export const markedItems = ({ items, level }: Items): readonly string[] =>
  items.length === 1 ? items : items.map((item, index) => markOf(inWords(index + 1), level) + item);

/** 附件：1．… under which the further ones stand in line. A single enclosure needs no number. */
export const markedEnclosures = ({ enclosures = [] }: PaperContent): readonly string[] =>
  enclosures.map((name, index) => {
    const number = enclosures.length === 1 ? '' : `${index + 1}．`;
    return `${index === 0 ? '附件：' : '　　　'}${number}${name}`;
  });

const markOf = (number: string, level: Items['level']): string => (level === 1 ? `${number}、` : `（${number}）`);
