import { describe, expect, it } from 'vitest';
import {
  levelOf,
  mayListCourt,
  maySeePersons,
  maySeeProcess,
  maySeeRequest,
  roles,
  speaksFor,
  worksOnCase,
  type Person,
  type Role,
} from '../../domain/access.ts';

const owner = { court: '云2301', handler: 'judge-01' };
const someone = (role: Role, more: Partial<Person> = {}): Person => ({ id: 'someone', role, court: '云2301', ...more });
const whoMay = (may: (person: Person) => boolean, more: Partial<Person> = {}) => roles.filter((role) => may(someone(role, more)));

describe('who works on a case', () => {
  it('is its own judge, and no other', () => {
    expect(worksOnCase(someone('judge', { id: 'judge-01' }), owner)).toBe(true);
    expect(worksOnCase(someone('judge', { id: 'judge-02' }), owner)).toBe(false);
  });

  it('is the rest of the court’s staff, on every case of the court', () => {
    expect(whoMay((person) => worksOnCase(person, owner))).toEqual(['court-system', 'clerk', 'bureauHead', 'president']);
  });

  it('is nobody of another court, whoever he is', () => {
    expect(whoMay((person) => worksOnCase(person, owner), { court: '云2322', id: 'judge-01' })).toEqual([]);
  });
});

describe('who sees a case', () => {
  it('sees its process as a supervisor, of whatever court, and no persons', () => {
    const supervisor = someone('supervisor', { court: '云23' });
    expect([maySeeProcess(supervisor, owner), maySeePersons(supervisor, owner)]).toEqual([true, false]);
  });

  it('sees persons only when he works on it', () => {
    expect(whoMay((person) => maySeePersons(person, owner))).toEqual(whoMay((person) => worksOnCase(person, owner)));
  });

  it('lists the cases of his own court, or of any as a supervisor', () => {
    expect(whoMay((person) => mayListCourt(person, '云2322'))).toEqual(['supervisor']);
  });
});

describe('who speaks for a unit', () => {
  const unit = 'cx-natural-resources';

  it('is its own liaison officer or system, and for no other unit', () => {
    expect(whoMay((person) => speaksFor(person, unit), { unit })).toEqual(['liaison', 'unit-system']);
    expect(whoMay((person) => speaksFor(person, 'cx-police'), { unit })).toEqual([]);
    expect(whoMay((person) => speaksFor(person, unit))).toEqual([]);
  });

  it('sees the requests to that unit and no others', () => {
    const liaison = someone('liaison', { unit });
    expect([maySeeRequest(liaison, owner, unit), maySeeRequest(liaison, owner, 'cx-police')]).toEqual([true, false]);
  });
});

describe('who signs', () => {
  it('are judge, bureau head and president, each at his own level; nobody else signs anything', () => {
    expect(roles.map((role) => levelOf(role))).toEqual([
      undefined,
      'judge',
      undefined,
      'bureauHead',
      'president',
      ...Array.from({ length: 5 }, () => undefined),
    ]);
  });
});
