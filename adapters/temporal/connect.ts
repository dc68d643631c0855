import { Client, Connection } from '@temporalio/client';
import { encryptingDataConverter } from '../crypto/data-converter.ts';
import type { KeyRing } from '../crypto/key-ring.ts';

export interface TemporalAddress {
  readonly address: string;
  readonly namespace: string;
}

/** One lazy connection a process; everything that leaves through it is encrypted. */
export const connectTemporal = ({ address, namespace }: TemporalAddress, codecKeys: KeyRing): Client =>
  new Client({ connection: Connection.lazy({ address }), namespace, dataConverter: encryptingDataConverter(codecKeys) });
