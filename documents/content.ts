import type { PaperKind } from '../domain/paper/paper.ts';

/** The papers of a case, and the sheet that proves how one was served. */
type ContentKind = PaperKind | 'serviceReturn';

/**
 * What a paper says, apart from how it looks. This is the value that is hashed: plain JSON, no undefined, no dates but written ones.
 * The draft and the issued paper differ in `number` alone, so that what was signed is what was sent.
 */
export interface PaperContent {
  readonly kind: ContentKind;
  readonly title: string;
  readonly courtName: string;
  /** Null while the paper is a draft; a service return never has one. */
  readonly number: string | null;
  readonly caseNumber: string;
  readonly addressee?: string;
  readonly body: readonly Block[];
  /** The citations the body rests on. The body prints each of them. */
  readonly grounds: readonly string[];
  /** What the reader may do against the paper, each a whole sentence, printed below the body. */
  readonly remedies: readonly string[];
  /** What lies in the same envelope. */
  readonly enclosures?: readonly string[];
  readonly closing: Closing;
  readonly annexes?: readonly Annex[];
  readonly returnSlip?: ReturnSlip;
}

export type Block =
  | { readonly type: 'paragraph'; readonly text: string }
  /** Printed 一、二、三、 in this order, on the second level （一）（二）（三）. */
  | { readonly type: 'items'; readonly level: 1 | 2; readonly items: readonly string[] }
  | { readonly type: 'parties'; readonly parties: readonly PartyLine[] }
  /** An empty `head` makes a form: the first cell of each row is its label. An empty cell is to be filled by hand. */
  | { readonly type: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

export interface PartyLine {
  readonly label: string;
  readonly text: string;
}

export interface Closing {
  /** 特此通知。 and its like. */
  readonly formula?: string;
  /** Stands in the court's place where a judge and not the office signs, as under a ruling. */
  readonly signatory?: string;
  readonly courtName: string;
  /** 二〇二六年三月二日 */
  readonly dateInChinese: string;
  readonly handler?: string;
  readonly phone?: string;
}

/** A document of its own that belongs to the paper, printed on its own sheet. */
export interface Annex {
  readonly title: string;
  readonly body: readonly Block[];
}

/** The sheet a unit fills in and sends back. It repeats the number of the paper, which only an issued paper has. */
export interface ReturnSlip {
  readonly title: string;
  /** The hint names the choices, or is empty where the unit writes freely. */
  readonly fields: readonly { readonly label: string; readonly hint: string }[];
}

/** A draft may be looked at and must not be served. */
export const isDraft = (content: PaperContent): boolean => content.kind !== 'serviceReturn' && content.number === null;

export const draftMark = '草稿，未编号，不得送达';

export const sealMark = '（院印）';

export const paragraph = (text: string): Block => ({ type: 'paragraph', text });

export const items = (...list: readonly string[]): Block => ({ type: 'items', level: 1, items: list });

export const subItems = (...list: readonly string[]): Block => ({ type: 'items', level: 2, items: list });

export const parties = (...list: readonly PartyLine[]): Block => ({ type: 'parties', parties: list });

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({ type: 'table', head, rows });
