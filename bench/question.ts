import type { Client } from '@temporalio/client';
import type { Chance } from './chance.ts';
import type { Court } from './court/open-court.ts';

/** Says what goes on while the person waits, and gives what the work gives. */
export type Step = <Value>(title: string, work: (note: (text: string) => void) => Promise<Value>) => Promise<Value>;

export interface Asked {
  readonly court: Court;
  /** To the same server, without encryption: the floor's way. */
  readonly floor: Client;
  readonly chance: Chance;
  /** How many cases each figure is taken over. */
  readonly cases: number;
  readonly step: Step;
}

export interface Answered {
  /** Tables for a person, ready to print. */
  readonly text: string;
  /** The same as data, for comparison with a later run on the same kind of machine. */
  readonly figures: unknown;
  /** The budgets that were not kept, in words. Empty when all were. */
  readonly broken: readonly string[];
}

/** One bench file answers one question. */
export interface Question {
  readonly title: string;
  readonly ask: (asked: Asked) => Promise<Answered>;
}
