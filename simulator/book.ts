import type { StepReceipt } from '../adapters/units/wire/messages.ts';
import type { Asked } from './asked.ts';
import type { Entry, Journal, Reply } from './journal.ts';

/** A step a unit took, and how often it was delivered and acted on. */
export interface TakenStep {
  readonly asked: Asked;
  readonly contentHash: string;
  readonly receipt: StepReceipt;
  readonly acts: number;
  readonly deliveries: number;
  readonly replies: readonly Reply[];
}

export interface SentReply {
  readonly reply: Reply;
  readonly httpStatus: number;
  readonly repeats: number;
  readonly lost: boolean;
}

/** Everything the journal says, ready to be asked. It changes only by `record`, which writes before it remembers. */
export interface Book {
  record(entry: Entry): void;
  step(stepNo: string): TakenStep | undefined;
  steps(): readonly TakenStep[];
  turnedAway(stepNo: string): { readonly times: number; readonly firstMs: number } | undefined;
  sent(): readonly SentReply[];
  /** Resolved and not sent, of one step or of all. */
  unsent(stepNo?: string): readonly Reply[];
  /** Appointments whose answer is out, and which the court's due list still shows. */
  unfinished(): readonly string[];
  isSabotageOrdered(): boolean;
  clear(): void;
}

export const openBook = (journal: Journal): Book => {
  let pages = emptyPages();
  for (const entry of journal.read()) enter(pages, entry);
  return {
    record: (entry) => {
      journal.append(entry);
      enter(pages, entry);
    },
    step: (stepNo) => pages.steps.get(stepNo),
    steps: () => [...pages.steps.values()],
    turnedAway: (stepNo) => pages.turnedAway.get(stepNo),
    sent: () => [...pages.sent.values()],
    unsent: (stepNo) => [...pages.unsent.values()].filter((reply) => stepNo === undefined || reply.stepNo === stepNo),
    unfinished: () => [...pages.unfinished],
    isSabotageOrdered: () => pages.sabotageOrdered,
    clear: () => {
      journal.clear();
      pages = emptyPages();
    },
  };
};

const emptyPages = () => ({
  steps: new Map<string, TakenStep>(),
  turnedAway: new Map<string, { readonly times: number; readonly firstMs: number }>(),
  sent: new Map<string, SentReply>(),
  unsent: new Map<string, Reply>(),
  unfinished: new Set<string>(),
  sabotageOrdered: false,
});

type Pages = ReturnType<typeof emptyPages>;

const enter = (pages: Pages, entry: Entry): void => {
  switch (entry.type) {
    case 'turnedAway': {
      const before = pages.turnedAway.get(entry.stepNo);
      pages.turnedAway.set(entry.stepNo, { times: (before?.times ?? 0) + 1, firstMs: before?.firstMs ?? entry.atMs });
      return;
    }
    case 'taken':
      pages.steps.set(entry.asked.stepNo, { ...entry, deliveries: 1 });
      for (const reply of entry.replies) pages.unsent.set(reply.id, reply);
      return;
    case 'repeated': {
      const step = pages.steps.get(entry.stepNo);
      if (step !== undefined) pages.steps.set(entry.stepNo, { ...step, deliveries: step.deliveries + 1 });
      return;
    }
    case 'sent': {
      const reply = pages.unsent.get(entry.id);
      if (reply === undefined) return;
      pages.unsent.delete(entry.id);
      pages.unfinished.add(entry.id);
      pages.sent.set(entry.id, { reply, httpStatus: entry.httpStatus, repeats: entry.repeats, lost: entry.lost });
      return;
    }
    case 'finished':
      for (const id of entry.ids) pages.unfinished.delete(id);
      return;
    case 'sabotageOrdered':
      pages.sabotageOrdered = true;
  }
};
