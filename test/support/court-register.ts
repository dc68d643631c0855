import { civilDate } from '../../domain/calendar/instant.ts';
import type { ActorIdentity } from '../../domain/ports/desk.ts';
import type { UnitCode, UnitLevel } from '../../domain/unit/unit.ts';
import type { UnitImport } from '../../adapters/postgres/registry.ts';
import { residentIdentityFor } from './identifiers.ts';

/* Who works at the invented court, who owes it assistance, and who stands before it. */

export type Post = 'judge' | 'bureauHead' | 'president' | 'clerk';

export const court = '云2301';

export const staff: Readonly<Record<Post, ActorIdentity & { readonly name: string; readonly phone: string }>> = {
  judge: { id: 's-judge', role: 'judge', court, level: 'judge', name: '甲演示', phone: '0878-0000001' },
  bureauHead: { id: 's-head', role: 'bureauHead', court, level: 'bureauHead', name: '乙演示', phone: '0878-0000002' },
  president: { id: 's-president', role: 'president', court, level: 'president', name: '丙演示', phone: '0878-0000003' },
  clerk: { id: 's-clerk', role: 'clerk', court, name: '丁演示', phone: '0878-0000004' },
};

/** Whoever acts, as the counter vouches for him. */
export const actorAt = (post: Post): ActorIdentity => {
  const { name: _name, phone: _phone, ...actor } = staff[post];
  return actor;
};

const unit = (code: string, name: string, duty: string, level: UnitLevel = 'county'): UnitImport => ({
  code: code as UnitCode,
  planName: name,
  names: [{ name, validFrom: civilDate('2018-01-26') }],
  level,
  region: level === 'county' ? '532301' : '532300',
  duties: [duty],
  channels: ['rest'],
  validFrom: civilDate('2018-01-26'),
  keys: [],
});

/** The registry of member units. Each is called at the simulator's address. */
export const unitsAt = (simulatorUrl: string): readonly UnitImport[] =>
  [
    unit('cx-congress', '演示市人大常委会', 'C01'),
    unit('cxz-congress', '演示州人大常委会', 'C01', 'prefecture'),
    unit('cx-social-insurance', '演示市社会保险局', 'C04'),
    unit('cx-police', '演示市公安局', 'C08'),
    unit('cx-procuratorate', '演示市人民检察院', 'C09'),
    unit('cx-natural-resources', '演示市自然资源局', 'C14'),
  ].map((row) => ({ ...row, baseUrl: `${simulatorUrl}/units/${row.code}` }));

export const debtor = {
  kind: 'naturalPerson',
  name: '乙试例',
  idType: 'residentIdentity',
  idNo: residentIdentityFor('1985-02-28', '532301', 3),
  address: '演示市演示路2号',
} as const;

export const applicant = {
  kind: 'naturalPerson',
  name: '甲试例',
  idType: 'residentIdentity',
  idNo: residentIdentityFor('1980-05-01', '532301', 7, 'female'),
  address: '演示市演示路1号',
} as const;

export const instrument = {
  title: '（2025）云2301民初1号',
  issuedBy: '楚雄市人民法院',
  effectiveOn: civilDate('2026-01-05'),
  performanceEndsOn: civilDate('2026-01-31'),
};

/** A house as the registry of real estate shows it, for the script of a unit. */
export const aHouse = (number = 1) =>
  ({
    propertyNo: `532301演示${String(number).padStart(6, '0')}`,
    type: 'realEstate',
    location: `演示市演示路${number}0号`,
    certificateNo: `云（2020）演示市不动产权第${number}号`,
    areaSquareMetres: '96.50',
    coOwned: false,
    mortgaged: false,
    sealedBefore: 0,
  }) as const;
