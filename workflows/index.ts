export { enforceCase } from './enforce-case/enforce-case.ts';
export { seekAssistance } from './seek-assistance/seek-assistance.ts';
export { referRefusal } from './refer-refusal/refer-refusal.ts';
