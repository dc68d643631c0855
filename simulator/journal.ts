import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StepReceipt, UnitReply } from '../adapters/units/wire/messages.ts';
import { Asked } from './asked.ts';

const StepNo = Asked.shape.stepNo;

/** An answer a unit has resolved to give. `id` is that of its appointment, `stepNo` the step that made the unit speak. */
export const Reply = z.strictObject({
  id: z.string(),
  stepNo: StepNo,
  dueMs: z.number().int(),
  times: z.number().int().positive(),
  badSignature: z.boolean(),
  message: UnitReply,
});
export type Reply = z.infer<typeof Reply>;

/** What happened in the simulator, one line each. */
export const Entry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('turnedAway'), stepNo: StepNo, atMs: z.number().int() }),
  z.strictObject({
    type: z.literal('taken'),
    asked: Asked,
    contentHash: z.string(),
    receipt: StepReceipt,
    acts: z.number().int().positive(),
    replies: z.array(Reply),
  }),
  z.strictObject({ type: z.literal('repeated'), stepNo: StepNo }),
  z.strictObject({
    type: z.literal('sent'),
    id: z.string(),
    httpStatus: z.number().int(),
    repeats: z.number().int().nonnegative(),
    /** Sabotage: written down as sent, and never sent. */
    lost: z.boolean(),
  }),
  z.strictObject({ type: z.literal('finished'), ids: z.array(z.string()) }),
  z.strictObject({ type: z.literal('sabotageOrdered') }),
]);
export type Entry = z.infer<typeof Entry>;

/** Lines in the order in which they happened. A line that was appended survives the end of the process, however it ends. */
export interface Journal {
  read(): readonly Entry[];
  append(entry: Entry): void;
  clear(): void;
  close(): void;
}

/** Opens the journal of a directory, which is made when absent. A last line that a kill cut short never happened, and is cut off. */
export const openJournal = (directory: string): Journal => {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'journal.jsonl');
  const file = openSync(path, 'a+');
  const written = readFileSync(path);
  const whole = written.subarray(0, written.lastIndexOf('\n') + 1);
  ftruncateSync(file, whole.length);
  return {
    read: () => linesOf(readFileSync(path, 'utf8')),
    append: (entry) => void writeSync(file, `${JSON.stringify(entry)}\n`),
    clear: () => ftruncateSync(file, 0),
    close: () => closeSync(file),
  };
};

const linesOf = (text: string): readonly Entry[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => Entry.parse(JSON.parse(line)));
