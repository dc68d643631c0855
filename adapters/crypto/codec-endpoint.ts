import type { Payload, PayloadCodec } from '@temporalio/common';
import { z } from 'zod';

const JsonPayload = z.object({ metadata: z.record(z.string(), z.string()).optional(), data: z.string().optional() });

/** What the Temporal UI sends to be decoded, and what it wants back: payloads with base64 in place of bytes. */
export const CodecBody = z.object({ payloads: z.array(JsonPayload).max(2_000) });
export type CodecBody = z.infer<typeof CodecBody>;

/** @throws UndecodablePayload when a key is not ours, or a payload was altered */
export const decodePayloads = async (codec: PayloadCodec, { payloads }: CodecBody): Promise<CodecBody> => {
  const decoded = await codec.decode(payloads.map(toPayload));
  return { payloads: decoded.map(toJson) };
};

const toPayload = ({ metadata = {}, data }: z.infer<typeof JsonPayload>): Payload => ({
  metadata: Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, Buffer.from(value, 'base64')])),
  ...(data !== undefined && { data: Buffer.from(data, 'base64') }),
});

const toJson = ({ metadata, data }: Payload): z.infer<typeof JsonPayload> => ({
  metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([key, value]) => [key, Buffer.from(value).toString('base64')])),
  ...(data !== undefined && data !== null && { data: Buffer.from(data).toString('base64') }),
});
