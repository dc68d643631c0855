import type { Instant } from '../calendar/instant.ts';
import type { PaperRef } from '../paper/paper.ts';
import type { AssistanceEvent } from './events.ts';
import type { RequestFile, StepNo } from './request.ts';

/** The first lines of a request's record. They are written with the approval, so that a signed request cannot be without them. */
export const openingLines = (file: RequestFile, papers: readonly PaperRef[], at: Instant): readonly AssistanceEvent[] => [
  { type: 'RequestOpened', at, file, papers },
  { type: 'StepDecided', at, stepNo: `${file.requestNo}/1` as StepNo, step: 'service', papers },
];
