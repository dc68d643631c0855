import type { Trait } from './persons.ts';

/** A trait of a person found where it must not stand, and through which writings one must look to see it. */
export interface Leak {
  readonly trait: Trait;
  /** `plain`, or for example `base64 > json`. */
  readonly writing: string;
}

/**
 * Looks for traits of persons in bytes of any kind: as they stand, and behind base64, hex, JSON escapes and percent-encoding, also where
 * one of these lies within another.
 */
export const leaksIn = (bytes: Uint8Array, traits: readonly Trait[]): readonly Leak[] => {
  const leaks = layersOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).flatMap(({ writing, content }) =>
    traits.filter(({ text }) => holds(content, text)).map((trait) => ({ trait, writing })),
  );
  return leaks.filter(({ trait }, index) => leaks.findIndex((leak) => leak.trait === trait) === index);
};

const holds = (content: Buffer, text: string): boolean => content.includes(text) || content.includes(Buffer.from(text, 'utf16le'));

interface Layer {
  readonly writing: string;
  readonly content: Buffer;
}

const deepest = 3;

/** The bytes themselves, and what comes to light when what looks encoded in them is decoded, and so on. */
const layersOf = (content: Buffer, writing = '', depth = 0): readonly Layer[] => {
  const own: Layer = { writing: writing === '' ? 'plain' : writing, content };
  if (depth === deepest || content.length === 0) return [own];
  const text = content.toString('latin1');
  return [
    own,
    ...writings.flatMap(({ name, decode }) => {
      const decoded = decode(text, content);
      return decoded === undefined ? [] : layersOf(decoded, writing === '' ? name : `${writing} > ${name}`, depth + 1);
    }),
  ];
};

interface Writing {
  readonly name: string;
  /** `text` shows each byte as one character. Nothing when nothing in it looks so written. */
  readonly decode: (text: string, content: Buffer) => Buffer | undefined;
}

/** What is decoded run by run: runs are parted by a line break, so that two of them do not make a name that neither holds. */
const runs =
  (form: RegExp, decode: (run: string) => Buffer) =>
  (text: string): Buffer | undefined => {
    const found = text.match(form);
    return found === null ? undefined : Buffer.concat(found.flatMap((run) => [decode(run), lineBreak]));
  };

const lineBreak = Buffer.from('\n');

const base64Run = /[\w+/-]{12,}/g;
const hexRun = /[\da-f]{12,}/gi;

/** A run that begins with something else is out of step with what it holds, so that every step is tried. */
const writings: readonly Writing[] = [
  ...[0, 1, 2, 3].map((shift) => ({
    name: 'base64',
    decode: runs(base64Run, (run) => Buffer.from(run.slice(shift), 'base64')),
  })),
  ...[0, 1].map((shift) => ({ name: 'hex', decode: runs(hexRun, (run) => Buffer.from(run.slice(shift), 'hex')) })),
  {
    name: 'json',
    decode: (text, content) => (/\\u[\da-f]{4}/i.test(text) ? Buffer.from(unescaped(content.toString('utf8'))) : undefined),
  },
  { name: 'percent', decode: runs(/(?:%[\da-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex')) },
];

const unescaped = (text: string): string =>
  text.replaceAll(/\\u([\da-f]{4})/gi, (_escape, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
