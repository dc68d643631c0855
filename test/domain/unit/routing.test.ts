import { describe, expect, it } from 'vitest';
import { actionOf, type ActionId } from '../../../domain/catalogue/index.ts';
import type { CourtCode } from '../../../domain/enforcement-case/courts.ts';
import { addresseeOf, regionOf } from '../../../domain/unit/routing.ts';
import { aDebtor, units } from '../enforcement-case/court-of-chuxiong.ts';

const asked = (id: ActionId, court = '云2301', debtor = aDebtor(), registry = units) => {
  const found = addresseeOf({ ...actionOf(id), id }, debtor, court as CourtCode, registry);
  return found.ok ? found.value.code : found.error;
};
const deputy = (unit?: string) => aDebtor({ deputy: { level: 'county', ...(unit !== undefined && { unit }) } });

describe('whom a request goes to', () => {
  it('is the holder of the duty in the court’s own county', () => {
    expect(asked('C14-1')).toBe('cx-natural-resources');
  });

  it('is the prefecture’s holder where the county has none, and for the prefecture’s own court', () => {
    expect(asked('C14-1', '云2323')).toBe('cxz-natural-resources');
    expect(asked('C14-1', '云23')).toBe('cxz-natural-resources');
  });

  it('is nobody where nobody holds the duty, and says which is missing where', () => {
    expect(asked('C04-1', '云2323')).toEqual({ kind: 'noUnitHoldsDuty', clause: 'C04', region: '532323' });
  });

  it('is a deputy’s own congress, wherever the court sits', () => {
    expect(asked('C01-1', '云2323', deputy('cx-congress'))).toBe('cx-congress');
    expect(asked('C01-1', '云2301', deputy('cxz-congress'))).toBe('cxz-congress');
  });

  it('is never a body that is no congress, or that nobody knows', () => {
    expect(asked('C01-1', '云2301', deputy('cx-police'))).toEqual({ kind: 'unitWithoutDuty', unit: 'cx-police', clause: 'C01' });
    expect(asked('C01-1', '云2301', deputy('cx-nobody'))).toEqual({ kind: 'unitUnknown', unit: 'cx-nobody' });
    expect(asked('C01-1', '云2301', deputy())).toEqual({ kind: 'unitUnknown', unit: '' });
  });
});

describe('the division a court sits in', () => {
  it.each([
    ['云23', '532300'],
    ['云2301', '532301'],
    ['云2322', '532322'],
  ])('%s is %s', (court, region) => {
    expect(regionOf(court as CourtCode)).toBe(region);
  });
});
