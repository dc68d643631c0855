import { setTimeout as pause } from 'node:timers/promises';
import { activityInfo, cancellationSignal, heartbeat } from '@temporalio/activity';
import { dateOf, earliest, instantOf, type CivilDate, type Instant } from '../domain/calendar/instant.ts';
import type { RequestOccurrence } from '../domain/assistance/messages.ts';
import type { CaseOccurrence } from '../domain/enforcement-case/acts.ts';
import type { DossierReader } from '../domain/ports/dossier.ts';
import type { DeliveryFailure, DeliveryReceipt, UnitChannel } from '../domain/ports/unit-channel.ts';
import type { RecordReader } from '../domain/ports/reader.ts';
import { assertNever, err, type Result } from '../domain/result.ts';
import type { Channel, UnitCode, UnitRouting } from '../domain/unit/unit.ts';
import { deliveryOf, type DeliverErrand } from './delivery.ts';
import type { RunErrand } from './record.ts';

export interface ErrandPorts {
  readonly dossier: DossierReader;
  readonly reader: RecordReader;
  readonly unitsOn: (date: CivilDate) => Promise<readonly UnitRouting[]>;
  /** The way to a unit over one of its channels; nothing when the court has no such way. */
  readonly channelTo: (unit: UnitCode, channel: Channel) => Promise<UnitChannel | undefined>;
  /** How long one errand tries before it is an occurrence of its process, in milliseconds of real time. */
  readonly patienceMs: number;
}

/** Does what a process needs done outside. Expected trouble comes back as what befell the process. */
export const errandRunner =
  (ports: ErrandPorts): RunErrand =>
  async (errand, offsetMs) => {
    switch (errand.kind) {
      case 'readUnits': {
        const at = courtNow(offsetMs);
        return { type: 'units', at, units: await ports.unitsOn(dateOf(at)) } satisfies CaseOccurrence;
      }
      case 'deliver':
        return deliver(ports, errand, offsetMs);
      default:
        return assertNever(errand);
    }
  };

const courtNow = (offsetMs: number): Instant => instantOf(Date.now() + offsetMs);

/**
 * Brings one business step to its unit, trying again while patience lasts. A step may arrive more than once; the unit acts on it once.
 */
const deliver = async (ports: ErrandPorts, errand: DeliverErrand, offsetMs: number): Promise<RequestOccurrence> => {
  const { outgoing, file } = errand;
  const channel = file.channels[outgoing.channel] ?? 'paper';
  const way = await ports.channelTo(file.unit, channel);
  const delivery = await deliveryOf(errand, ports.dossier, ports.reader, courtNow(offsetMs));
  const outcome = way === undefined ? noWay : await patiently(ports.patienceMs, () => way.deliver(delivery, cancellationSignal()));
  const now = courtNow(offsetMs);
  if (outcome.ok) {
    const { receiptNo, receivedAt } = outcome.value;
    return { type: 'delivered', at: earliest(receivedAt, now) ?? now, channel, receiptNo };
  }
  const permanent = outcome.error.kind === 'deliveryRejected';
  return { type: 'undelivered', at: now, channel, failure: outcome.error.kind, permanent };
};

const noWay = err({ kind: 'deliveryRejected', status: 0, code: 'noSuchChannel' } as const);

type Outcome = Result<DeliveryReceipt, DeliveryFailure>;

const patiently = async (patienceMs: number, attempt: () => Promise<Outcome>): Promise<Outcome> => {
  const giveUpAt = Date.now() + patienceMs;
  const beat = setInterval(() => heartbeat(activityInfo().attempt), 1_000);
  try {
    for (let wait = 100; ; wait = Math.min(wait * 2, 5_000)) {
      const outcome = await attempt();
      if (outcome.ok || outcome.error.kind === 'deliveryRejected' || Date.now() + wait > giveUpAt) return outcome;
      await pause(wait);
    }
  } finally {
    clearInterval(beat);
  }
};
