import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { LegalHoliday } from 'tyme4ts';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate, weekdayOf, type CivilDate } from '../../../domain/calendar/instant.ts';
import { fromTo, lengthOf } from '../../../domain/calendar/period.ts';
import { publishedYear } from '../../../domain/calendar/published-year.ts';
import { isWorkingDay } from '../../../domain/calendar/working-days.ts';
import { november2026 } from '../../../domain/law-pack/2026-11/pack.ts';

const { calendar } = november2026;

/** The length of each holiday in days as its notice counts it (共…天); 1 where the notice says 与周末连休 and names one day. */
const lengthsInTheNotices: Record<number, Record<string, number>> = {
  2018: { 元旦: 1, 春节: 7, 清明节: 3, 劳动节: 3, 端午节: 1, 中秋节: 1, 国庆节: 7 },
  2019: { 元旦: 3, 春节: 7, 清明节: 1, 劳动节: 4, 端午节: 1, 中秋节: 1, 国庆节: 7 },
  // Seven days in the notice of 2019, prolonged by three, 31 January to 2 February, in that of 26 January 2020.
  2020: { 元旦: 1, 春节: 7 + 3, 清明节: 3, 劳动节: 5, 端午节: 3, '国庆节、中秋节': 8 },
  2021: { 元旦: 3, 春节: 7, 清明节: 3, 劳动节: 5, 端午节: 3, 中秋节: 3, 国庆节: 7 },
  2022: { 元旦: 3, 春节: 7, 清明节: 3, 劳动节: 5, 端午节: 3, 中秋节: 3, 国庆节: 7 },
  2023: { 元旦: 3, 春节: 7, 清明节: 1, 劳动节: 5, 端午节: 3, '中秋节、国庆节': 8 },
  2024: { 元旦: 1, 春节: 8, 清明节: 3, 劳动节: 5, 端午节: 1, 中秋节: 3, 国庆节: 7 },
  2025: { 元旦: 1, 春节: 8, 清明节: 3, 劳动节: 5, 端午节: 3, '国庆节、中秋节': 8 },
  2026: { 元旦: 3, 春节: 9, 清明节: 3, 劳动节: 5, 端午节: 3, 中秋节: 3, 国庆节: 7 },
};

/** Days on which an oracle is known to differ from the published notices, each with its reason. There is none at present. */
const exceptions: Readonly<Record<string, string>> = {};

describe('the published holiday notices 2018–2026', () => {
  it('cover every year once, each with its notice number', () => {
    expect(calendar.years.map(({ year }) => year)).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    for (const { year, notices } of calendar.years) {
      expect(notices[0], String(year)).toMatch(new RegExp(`^国办发明电〔${year - 1}〕\\d+号$`));
    }
  });

  it('give each holiday the number of days that its notice states', () => {
    for (const { year, holidays } of calendar.years) {
      const lengths = Object.fromEntries(holidays.map(({ name, from, to }) => [name, lengthOf(fromTo(from, to))]));
      expect(lengths, String(year)).toEqual(lengthsInTheNotices[year]);
    }
  });

  it('make up only for Saturdays and Sundays, never within a holiday', () => {
    for (const { holidays, makeUpDays } of calendar.years) {
      for (const day of makeUpDays) {
        expect([0, 6], day).toContain(weekdayOf(day));
        expect(
          holidays.filter(({ from, to }) => from <= day && day <= to),
          day,
        ).toEqual([]);
      }
    }
  });

  it('agree with two independent calendars on every one of the 3,287 days', () => {
    const days = everyDay('2018-01-01', '2026-12-31');
    expect(days).toHaveLength(3287);
    const differing = days.filter((day) => !(day in exceptions)).filter((day) => new Set(opinions(day)).size > 1);
    expect(differing).toEqual([]);
  });

  it('know the Spring Festival of 2020 as prolonged: Saturday 1 February, first announced as worked, was off', () => {
    expect(opinions(civilDate('2020-02-01'))).toEqual([false, false, false]);
    expect(opinions(civilDate('2020-02-03'))).toEqual([true, true, true]);
  });

  it('do not load with a day that does not exist', () => {
    const mistyped = { year: 2026, notices: [], holidays: [['春节', '2026-02-29', '2026-03-01']] as const, makeUpDays: [] };
    expect(() => publishedYear(mistyped)).toThrow('2026-02-29');
  });
});

const opinions = (date: CivilDate): readonly boolean[] => [isWorkingDay(calendar, date), chineseDaysSays(date), tymeSays(date)];

// The table of chinese-days and not its functions, which answer by the time zone of the machine.
const chineseDaysSays = (date: CivilDate): boolean => {
  const { holidays, workdays }: Record<'holidays' | 'workdays', Record<string, string>> = chineseDays;
  return date in workdays || (![0, 6].includes(weekdayOf(date)) && !(date in holidays));
};

const tymeSays = (date: CivilDate): boolean => {
  const holiday = LegalHoliday.fromYmd(...partsOf(date));
  return holiday === null ? ![0, 6].includes(weekdayOf(date)) : holiday.isWork();
};

const partsOf = (date: CivilDate): [year: number, month: number, day: number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8)),
];

const everyDay = (first: string, last: string): readonly CivilDate[] => {
  const period = fromTo(civilDate(first), civilDate(last));
  return Array.from({ length: lengthOf(period) }, (_, index) => addDays(period.from, index));
};
