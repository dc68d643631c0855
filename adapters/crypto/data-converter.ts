import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type { KeyRing } from './key-ring.ts';
import { encryptingCodec } from './payload-codec.ts';

/** The module that client, worker and workflow bundle must all be given; it lies beside this one, in source as in the build. */
export const failureConverterPath = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './failure-converter.ts' : './failure-converter.js', import.meta.url),
);

/** The options for Client and Worker; with either half missing, facts of a case would lie open in the history. */
export const encryptingDataConverter = (keys: KeyRing): DataConverter => ({
  payloadCodecs: [encryptingCodec(keys)],
  failureConverterPath,
});
