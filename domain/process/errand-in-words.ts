import { stepInWords } from '../assistance/words.ts';
import { assertNever } from '../result.ts';
import type { Errand } from './process.ts';

/** What is being done outside, as a supervisor reads it. */
export const errandInWords = (errand: Errand): string => {
  switch (errand.kind) {
    case 'deliver':
      return stepInWords[errand.outgoing.step];
    case 'readUnits':
      return '查找承担职责的单位';
    default:
      return assertNever(errand);
  }
};
