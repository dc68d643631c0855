import { clauseOf, type Action, type ActionId } from '../catalogue/index.ts';
import type { CourtCode } from '../enforcement-case/courts.ts';
import type { PartyFlags } from '../party/party.ts';
import { err, ok, type Result } from '../result.ts';
import type { UnitRouting } from './unit.ts';

export type NoAddressee =
  | { readonly kind: 'noUnitHoldsDuty'; readonly clause: string; readonly region: string }
  | { readonly kind: 'unitUnknown'; readonly unit: string }
  | { readonly kind: 'unitWithoutDuty'; readonly unit: string; readonly clause: string };

/**
 * Finds whom a request goes to: the deputy's own congress, or the holder of the duty in the court's county, else in the prefecture.
 *
 * @see plan §二(一) for the congress's level; domain.md §2.0 for routing by level
 */
export const addresseeOf = (
  action: Action & { readonly id: ActionId },
  subject: PartyFlags,
  court: CourtCode,
  units: readonly UnitRouting[],
): Result<UnitRouting, NoAddressee> => {
  const clause = clauseOf(action.id);
  if (action.route === 'ownCongress') return congressOf(subject, clause, units);
  const region = regionOf(court);
  const holders = units.filter(({ duties }) => duties.includes(clause));
  const nearest = holders.find((unit) => unit.region === region) ?? holders.find(({ level }) => level === 'prefecture');
  return nearest === undefined ? err({ kind: 'noUnitHoldsDuty', clause, region }) : ok(nearest);
};

/** The administrative division a court sits in: 532300 for the prefecture, 532301 for Chuxiong City. */
export const regionOf = (court: CourtCode): string => `53${court.slice(1).padEnd(4, '0')}`;

const congressOf = (subject: PartyFlags, clause: string, units: readonly UnitRouting[]): Result<UnitRouting, NoAddressee> => {
  const code = subject.deputy?.unit ?? '';
  const unit = units.find((candidate) => candidate.code === code);
  if (unit === undefined) return err({ kind: 'unitUnknown', unit: code });
  return unit.duties.includes(clause) ? ok(unit) : err({ kind: 'unitWithoutDuty', unit: code, clause });
};
