import { describe, expect, it } from 'vitest';
import type { Answer, RegisteredLine } from '../../../domain/assistance/answer.ts';
import { moment, type Story } from '../../support/story.ts';
import { sealed, served, waiting } from './request-file.ts';

const measures = (court: Story) => court.request('C14-2').state().measures;
const says = (kind: 'registered' | 'promoted' | 'renewed', ...lines: readonly RegisteredLine[]): Answer => ({ kind, lines });
const without = ({ effectiveAt: _begins, endsAt: _ends, ...line }: RegisteredLine): RegisteredLine => line;

describe('a seal as the court holds it', () => {
  it('begins and ends when the register says', () => {
    const court = served('C14-2')
      .daysPass(1)
      .says('C14-2', says('registered', sealed(1, '2026-03-02 15:40', '2028-03-03 00:00')));
    expect(measures(court)).toMatchObject([
      { status: 'inForce', effectiveAt: moment('2026-03-02 15:40'), endsAt: moment('2028-03-03 00:00') },
    ]);
  });

  it('begins with the registration and ends after three years when the register says nothing', () => {
    const court = served('C14-2')
      .daysPass(1)
      .says('C14-2', says('registered', without(sealed(1, '2026-03-03 09:00', '2029-03-04 00:00'))));
    expect(measures(court)).toMatchObject([
      { status: 'inForce', effectiveAt: moment('2026-03-03 09:00'), endsAt: moment('2029-03-04 00:00') },
    ]);
  });

  it('never lasts longer than the law allows, whatever the register says', () => {
    const court = served('C14-2').says('C14-2', says('registered', sealed(1, '2026-03-02 09:00', '2036-03-03 00:00')));
    expect(measures(court)).toMatchObject([{ endsAt: moment('2029-03-03 00:00') }]);
  });

  it('does not wait for a working day to end: Sunday is its last day like any other', () => {
    const court = served('C14-2', {}, '2026-03-02 09:00')
      .until('2026-03-04 09:00')
      .says('C14-2', says('registered', without(sealed(1, '2026-03-04 09:00', '2029-03-05 00:00'))));
    expect(measures(court)).toMatchObject([{ endsAt: moment('2029-03-05 00:00') }]);
  });

  it('has neither beginning nor end while it waits, even if the register names some', () => {
    const claimed: RegisteredLine = { ...waiting(1, 3), effectiveAt: moment('2026-03-02 09:00'), endsAt: moment('2029-03-03 00:00') };
    expect(measures(served('C14-2').says('C14-2', says('registered', claimed)))).toEqual([
      { status: 'waiting', lineNo: 1, property: 'w-1', registrationNo: 'cf-1', rank: 3 },
    ]);
  });

  it('has its term begin with promotion, not with registration', () => {
    const court = served('C14-2')
      .says('C14-2', says('registered', waiting(1, 2)))
      .until('2027-06-15 11:00');
    court.says('C14-2', says('promoted', without(sealed(1, '2027-06-15 11:00', '2030-06-16 00:00'))));
    expect(measures(court)).toMatchObject([
      { status: 'inForce', rank: 1, effectiveAt: moment('2027-06-15 11:00'), endsAt: moment('2030-06-16 00:00') },
    ]);
  });

  it('renewed in time is the same seal from its first day, for three years upon its old end at most', () => {
    const given = () =>
      served('C14-2')
        .says('C14-2', says('registered', sealed(1, '2026-03-02 10:00', '2029-03-03 00:00')))
        .until('2029-02-05 10:00')
        .told('C14-2', { kind: 'renew', papers: [] });
    const held = { effectiveAt: moment('2026-03-02 10:00'), endsAt: moment('2032-03-03 00:00'), rank: 1 };
    expect(measures(given().says('C14-2', says('renewed', without(sealed(1, '2029-02-05 10:00', '2032-03-03 00:00')))))).toMatchObject([
      held,
    ]);
    expect(measures(given().says('C14-2', says('renewed', sealed(1, '2029-02-05 10:00', '2040-01-01 00:00'))))).toMatchObject([held]);
  });

  it('renewed after its end is a new seal from that moment', () => {
    const court = served('C14-2')
      .says('C14-2', says('registered', sealed(1, '2026-03-02 10:00', '2029-03-03 00:00')))
      .until('2029-03-02 23:50')
      .told('C14-2', { kind: 'renew', papers: [] });
    court.until('2029-03-03 08:30').says('C14-2', says('renewed', without(sealed(1, '2029-03-03 08:30', '2032-03-04 00:00'))));
    expect(measures(court)).toMatchObject([
      { status: 'inForce', effectiveAt: moment('2029-03-03 08:30'), endsAt: moment('2032-03-04 00:00') },
    ]);
  });

  it('that nobody asked for is not held, and answers for no line', () => {
    const court = served('C14-2').says('C14-2', says('registered', sealed(7, '2026-03-02 10:00', '2029-03-03 00:00')));
    expect(measures(court)).toEqual([]);
    expect(court.request('C14-2').state().status).toBe('exchanging');
  });
});
