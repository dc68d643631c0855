import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../domain/calendar/instant.ts';
import { november2026 } from '../../../domain/law-pack/2026-11/pack.ts';
import { termOn } from '../../../domain/law-pack/law-pack.ts';
import { termInWords, withAmount } from '../../../domain/time-limit/time-limit.ts';

const today = civilDate('2026-06-01');

describe('setting a limit', () => {
  it('lets a court set a term that no law fixes', () => {
    const set = withAmount(termOn(november2026, 'D-query', today), 5);
    expect(set.ok && termInWords(set.value)).toBe('5日');
  });

  it('lets the order served on the debtor set the period for his report', () => {
    expect(withAmount(termOn(november2026, 'T05', today), 10)).toMatchObject({ ok: true, value: { amount: 10, strength: 'statutory' } });
  });

  it('refuses to change a term of the law', () => {
    expect(withAmount(termOn(november2026, 'T12', today), 2)).toEqual({ ok: false, error: { kind: 'limitNotConfigurable', id: 'T12' } });
  });

  it.each([0, -1, 1.5, Number.NaN, 1000])('refuses %s as an amount', (amount) => {
    expect(withAmount(termOn(november2026, 'D-query', today), amount)).toMatchObject({ ok: false, error: { kind: 'limitAmountInvalid' } });
  });
});
