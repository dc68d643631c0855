import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../domain/calendar/instant.ts';
import { existsOn, nameOn, routingOf, type Unit, type UnitCode } from '../../../domain/unit/unit.ts';

const office: Unit = {
  code: 'cx-natural-resources' as UnitCode,
  planName: '国土局',
  names: [
    { name: '楚雄市国土资源局', validFrom: civilDate('2010-01-01'), validTo: civilDate('2019-01-31') },
    { name: '楚雄市自然资源局', validFrom: civilDate('2019-03-01') },
  ],
  level: 'county',
  region: '532301',
  duties: ['C14'],
  channels: ['rest', 'paper'],
  validFrom: civilDate('2010-01-01'),
  validTo: civilDate('2030-12-31'),
};

describe('the name of a unit', () => {
  it.each([
    ['2018-06-01', '楚雄市国土资源局'],
    ['2019-01-31', '楚雄市国土资源局'],
    ['2019-03-01', '楚雄市自然资源局'],
    ['2026-03-02', '楚雄市自然资源局'],
  ])('on %s is %s', (day, name) => {
    expect(nameOn(office, civilDate(day))).toBe(name);
  });

  it('is the last known one where the registry has a hole, and the plan’s own where it knows none', () => {
    expect(nameOn(office, civilDate('2019-02-15'))).toBe('楚雄市自然资源局');
    expect(nameOn({ ...office, names: [] }, civilDate('2026-03-02'))).toBe('国土局');
  });
});

describe('a unit in the registry', () => {
  it('stands from its first day to its last, both included', () => {
    expect(['2009-12-31', '2010-01-01', '2030-12-31', '2031-01-01'].map((day) => existsOn(office, civilDate(day)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('without a last day stands for ever', () => {
    const { validTo: _none, ...standing } = office;
    expect(existsOn(standing, civilDate('2099-01-01'))).toBe(true);
  });

  it('is known to a process without names and persons', () => {
    expect(routingOf(office)).toEqual({
      code: 'cx-natural-resources',
      level: 'county',
      region: '532301',
      duties: ['C14'],
      channels: ['rest', 'paper'],
    });
  });
});
