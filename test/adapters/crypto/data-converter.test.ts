import { ApplicationFailure } from '@temporalio/common';
import { decodeOptionalFailureToOptionalError, encodeErrorToFailure } from '@temporalio/common/lib/internal-non-workflow/codec-helpers.js';
import { loadDataConverter } from '@temporalio/common/lib/internal-non-workflow/data-converter-helpers.js';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { describe, expect, it } from 'vitest';
import { encryptingDataConverter, failureConverterPath } from '../../../adapters/crypto/data-converter.ts';
import { freshKeys, keyRingOf } from '../../support/key-rings.ts';

const secret = '甲试例';
const converter = () => loadDataConverter(encryptingDataConverter(keyRingOf(freshKeys('k1'), 'k1')));

describe('the data converter of client and worker', () => {
  it('is loaded by Temporal itself, straight from source', () => {
    expect(converter().failureConverter).toMatchObject({ options: { encodeCommonAttributes: true } });
    expect(converter().payloadCodecs).toHaveLength(1);
  });

  it('hides message, stack and details of a failure, causes included, and gives them back', async () => {
    const loaded = converter();
    const cause = new Error(`cause: ${secret}`);
    const failure = ApplicationFailure.create({ message: `refused: ${secret}`, type: 'RecordRefused', details: [secret], cause });

    const stored = await encodeErrorToFailure(loaded, failure);
    const bytes = JSON.stringify(stored, (_key, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
    expect(bytes).not.toContain(secret);
    expect(bytes).not.toContain(Buffer.from(secret).toString('latin1'));
    expect(bytes).not.toContain('data-converter.test');
    expect(stored).toMatchObject({ message: 'Encoded failure', applicationFailureInfo: { type: 'RecordRefused' } });

    const returned = await decodeOptionalFailureToOptionalError(loaded, stored);
    expect(returned).toMatchObject({ message: `refused: ${secret}`, type: 'RecordRefused', details: [secret] });
    expect(returned?.cause).toMatchObject({ message: `cause: ${secret}` });
  });

  it('names a failure converter that goes into the workflow bundle as it stands', async () => {
    // Any module of the tree does for workflows here: what is proven is that the bundler takes the converter and all it imports.
    const workflowsPath = failureConverterPath;
    const { code } = await bundleWorkflowCode({ workflowsPath, failureConverterPath, logger: new DefaultLogger('ERROR') });
    expect(code).toContain('encodeCommonAttributes: true');
    expect(code).not.toContain('createCipheriv');
  });
});
