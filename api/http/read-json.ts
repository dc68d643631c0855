import { err, ok, type Result } from '../../domain/result.ts';
import type { FieldFault } from '../contract/rules.ts';
import { invalid, problem, type Problem } from './problem.ts';

/** Lists within objects within lists: what a docket of cases needs, twice over. */
export const deepestJson = 16;

/**
 * Reads a body as JSON and refuses by name what would harm further in: depth, names that reach for a prototype, halves of characters,
 * NUL, numbers beyond reckoning.
 */
export const readJson = (bytes: Uint8Array): Result<unknown, Problem> => {
  const text = textOf(bytes);
  const value = text === undefined ? undefined : parsed(text);
  if (value === undefined) return err(problem('badJson'));
  const fault = faultIn(value.json, '', 1);
  return fault === undefined ? ok(value.json) : invalid(fault);
};

/** A step of a JSON pointer. @see RFC 6901 */
export const pointerStep = (step: PropertyKey): string =>
  `/${String(step).slice(0, longestStep).replaceAll('~', '~0').replaceAll('/', '~1')}`;

const longestStep = 100;

const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const parsed = (text: string): { readonly json: unknown } | undefined => {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

const faultIn = (value: unknown, pointer: string, depth: number): FieldFault | undefined => {
  if (typeof value === 'string') return faultInText(value, pointer);
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : { pointer, rule: 'numberUnreadable' };
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > deepestJson) return { pointer, rule: 'tooDeep', bound: deepestJson };
  for (const [name, part] of Object.entries(value)) {
    const place = pointer + pointerStep(name);
    const fault = faultInName(name, place) ?? faultIn(part, place, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

const faultInName = (name: string, pointer: string): FieldFault | undefined =>
  name === '__proto__' || name === 'constructor' || name === 'prototype' ? { pointer, rule: 'forbiddenField' } : faultInText(name, pointer);

const faultInText = (text: string, pointer: string): FieldFault | undefined => {
  if (/\p{Cs}/u.test(text)) return { pointer: wellFormed(pointer), rule: 'brokenCharacter' };
  return text.includes('\0') ? { pointer, rule: 'invisibleCharacter' } : undefined;
};

const wellFormed = (pointer: string): string => pointer.replace(/\p{Cs}/gu, '\ufffd');
