import type { JsonWebKey } from 'node:crypto';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { UnitChannel } from '../../domain/ports/unit-channel.ts';
import type { Channel, UnitCode } from '../../domain/unit/unit.ts';
import type { Database } from '../postgres/client.ts';
import { inboxChannel } from './inbox-channel.ts';
import { restChannel } from './rest-channel.ts';

export interface ChannelParts {
  readonly database: Database;
  readonly signingKey: JsonWebKey;
  readonly courtKeyId: string;
  readonly courtNow: () => Promise<Instant>;
}

/** The court's ways to a unit, by wire. Nothing where a unit has no address for the wire that is asked for. */
export const channelsTo =
  ({ database, signingKey, courtKeyId, courtNow }: ChannelParts) =>
  async (unit: UnitCode, channel: Channel): Promise<UnitChannel | undefined> => {
    switch (channel) {
      case 'rest': {
        const row = await database.unit.findUnique({ where: { code: unit }, select: { baseUrl: true } });
        const baseUrl = row?.baseUrl ?? undefined;
        return baseUrl === undefined ? undefined : restChannel({ baseUrl, signingKey, courtKeyId, http: fetch, now: Date.now });
      }
      case 'inbox':
        return inboxChannel(database, courtNow);
      default:
        return undefined;
    }
  };
