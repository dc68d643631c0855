import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { describe, expect, inject, it } from 'vitest';
import { encryptingDataConverter } from '../../adapters/crypto/data-converter.ts';
import { readDocket } from '../../examples/demo/docket.ts';
import { leaksIn } from '../../examples/demo/leak-scan.ts';
import { traitsIn, type Trait } from '../../examples/demo/persons.ts';
import { historyBytes } from '../../examples/demo/places-scanned.ts';
import { freshKeys, keyRingOf } from '../support/key-rings.ts';

const name: Trait = { kind: 'name', text: '𠮷试例' };
const number: Trait = { kind: 'number', text: '532301197911028072' };
const traits = [name, number];

const found = (text: string | Uint8Array) => leaksIn(Buffer.from(text), traits).map(({ trait, writing }) => `${trait.kind}: ${writing}`);
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const escaped = (text: string): string =>
  text.replaceAll(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

describe('finds a person', () => {
  it('who stands there in so many words, in either of the usual encodings', () => {
    expect(found(`被执行人${name.text}`)).toEqual(['name: plain']);
    expect(found(Buffer.from(name.text, 'utf16le'))).toEqual(['name: plain']);
  });

  it.each(['', 'a', 'ab', 'abc'])('behind base64, wherever in it the name begins (after "%s")', (before) => {
    expect(found(`{"data":"${base64(`${before}${name.text}，住址不详`)}"}`)).toEqual(['name: base64']);
  });

  it('behind base64 that another text runs into, and behind its form for addresses', () => {
    expect(found(`log/1${base64(`被执行人${name.text}，住址不详`)}`)).toEqual(['name: base64']);
    expect(found(Buffer.from(`??>>${name.text}，住址不详`).toString('base64url'))).toEqual(['name: base64']);
  });

  it('behind hex, as a database dumps bytes', () => {
    expect(found(`\\\\x${Buffer.from(`no ${number.text}`).toString('hex')}`)).toEqual(['number: hex']);
    expect(found(Buffer.from(`x ${name.text}`).toString('hex').toUpperCase())).toEqual(['name: hex']);
  });

  it('behind JSON escapes, also of a character that takes two', () => {
    expect(found(`{"name":"${escaped(name.text)}"}`)).toEqual(['name: json']);
  });

  it('behind the percent signs of an address', () => {
    expect(found(`GET /cases?name=${encodeURIComponent(name.text)} 404`)).toEqual(['name: percent']);
  });

  it('behind one writing within another', () => {
    expect(found(base64(`{"name":"${escaped(name.text)}"}`))).toEqual(['name: base64 > json']);
    expect(found(base64(base64(`被执行人${name.text}，身份号码不详`)))).toEqual(['name: base64 > base64']);
    expect(found(Buffer.from(base64(`公民身份号码${number.text}`)).toString('hex'))).toEqual(['number: hex > base64']);
  });
});

it('finds nobody where only pieces of a name or number stand, or pieces of two texts side by side', () => {
  expect(found('被执行人𠮷某，53230119791102807号')).toEqual([]);
  expect(found(`${base64('被执行人某某𠮷试')} ${base64('例，住址不详不详不详')}`)).toEqual([]);
});

describe('in a history on the real server', () => {
  const planted = traitsIn(readDocket());
  const input = { debtor: planted.map(({ text }) => text).join('，') };

  it('finds every person that a client without codec has put into it', async () => {
    const leaks = leaksIn(await historyOf(input), planted);

    expect(leaks.map(({ trait }) => trait)).toEqual(planted);
    expect([...new Set(leaks.map(({ writing }) => writing))]).toEqual(['base64']);
  });

  it('finds nobody where the same was put into it by a client of ours', async () => {
    const history = await historyOf(input, encryptingDataConverter(keyRingOf(freshKeys('k1'), 'k1')));

    expect(leaksIn(history, planted)).toEqual([]);
  });
});

/** The history of a workflow that was started with that input and that nobody works on. */
const historyOf = async (input: object, dataConverter?: DataConverter): Promise<Uint8Array> => {
  const connection = await Connection.connect({ address: inject('temporalAddress') });
  try {
    const client = new Client({ connection, ...(dataConverter !== undefined && { dataConverter }) });
    const id = randomUUID();
    const handle = await client.workflow.start('enforceCase', { workflowId: id, taskQueue: id, args: [input] });
    const history = await handle.fetchHistory();
    await handle.terminate();
    return historyBytes(history);
  } finally {
    await connection.close();
  }
};
