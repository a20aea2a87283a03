import fc from 'fast-check';
import type { LocalDate } from './ids.js';
import {
  type Calendar,
  fiscalYearOf,
  FREQUENCIES,
  type Period,
  periodOf,
  shiftYear,
  spanOf,
} from './period.js';

const on = (text: string) => text as LocalDate;
/** Fiscal years by the month in which they start, and the day from which they do. */
const calendar = (...starts: [month: number, from: string][]): Calendar => ({
  timeZone: 'UTC',
  fiscalYears: starts.map(([startMonth, from]) => ({ startMonth, from: on(from) })),
});
const january = calendar([1, '2000-01-01']);
const july = calendar([7, '2000-07-01']);
const longer = calendar([7, '2000-07-01'], [1, '2025-01-01']);
const shorter = calendar([1, '2000-01-01'], [7, '2024-07-01']);
const span = (text: string, by: Calendar = january) => {
  const found = spanOf(text, by);
  return found && [found.from, found.to];
};

describe('A fiscal year', () => {
  it.each([
    ['2026-01-01', 'FY2026'],
    ['2026-12-31', 'FY2026'],
  ])('that starts in January has %s in %s', (day, year) => expect(fiscalYearOf(on(day), january)).toBe(year));

  it.each([
    ['2025-06-30', 'FY2025'],
    ['2025-07-01', 'FY2026'],
    ['2025-12-31', 'FY2026'],
    ['2026-01-01', 'FY2026'],
    ['2026-06-30', 'FY2026'],
    ['2026-07-01', 'FY2027'],
  ])('that starts in July has %s in %s, named by its end', (day, year) =>
    expect(fiscalYearOf(on(day), july)).toBe(year),
  );

  it('spans twelve months from its start', () => {
    expect(span('FY2026', january)).toEqual(['2026-01-01', '2026-12-31']);
    expect(span('FY2026', july)).toEqual(['2025-07-01', '2026-06-30']);
    expect(span('FY2024', calendar([3, '2000-03-01']))).toEqual(['2023-03-01', '2024-02-29']);
  });

  it('starts as ever before the first day that the calendar names', () => {
    expect(span('FY1990', july)).toEqual(['1989-07-01', '1990-06-30']);
    expect(fiscalYearOf(on('1990-07-01'), july)).toBe('FY1991');
  });

  it('starts in January where nothing else is said', () =>
    expect(span('FY2026', calendar())).toEqual(['2026-01-01', '2026-12-31']));

  it('has the years around it by their names', () => {
    expect(shiftYear('FY2026' as Period, -5)).toBe('FY2021');
    expect(shiftYear('FY2026' as Period, 1)).toBe('FY2027');
    expect(shiftYear('FY0999' as Period, 1)).toBe('FY1000');
  });

  it('is cut short where the next one starts earlier from then on', () => {
    expect(span('FY2023', shorter)).toEqual(['2023-01-01', '2023-12-31']);
    expect(span('FY2024', shorter)).toEqual(['2024-01-01', '2024-06-30']);
    expect(span('FY2025', shorter)).toEqual(['2024-07-01', '2025-06-30']);
    expect(span('FY2024-Q2', shorter)).toEqual(['2024-04-01', '2024-06-30']);
    expect(span('FY2024-Q3', shorter)).toBe(undefined);
    expect(span('FY2025-Q1', shorter)).toEqual(['2024-07-01', '2024-09-30']);
  });

  it('runs on where the next one starts later from then on, so that no two have one name', () => {
    expect(span('FY2024', longer)).toEqual(['2023-07-01', '2024-06-30']);
    expect(span('FY2025', longer)).toEqual(['2024-07-01', '2025-12-31']);
    expect(span('FY2026', longer)).toEqual(['2026-01-01', '2026-12-31']);
    expect(periodOf('quarterly', on('2025-02-01'), longer)).toBe('FY2025-Q3');
    expect(span('FY2025-Q6', longer)).toEqual(['2025-10-01', '2025-12-31']);
    expect(span('FY2026-Q5', longer)).toBe(undefined);
  });
});

describe('A quarter', () => {
  it.each([
    ['2026-01-01', 'FY2026-Q1', january],
    ['2026-03-31', 'FY2026-Q1', january],
    ['2026-10-01', 'FY2026-Q4', january],
    ['2025-07-01', 'FY2026-Q1', july],
    ['2025-12-31', 'FY2026-Q2', july],
    ['2026-01-01', 'FY2026-Q3', july],
    ['2026-06-30', 'FY2026-Q4', july],
  ])('on %s is %s', (day, quarter, by) => expect(periodOf('quarterly', on(day), by)).toBe(quarter));

  it('spans three months of its fiscal year', () => {
    expect(span('FY2026-Q4', january)).toEqual(['2026-10-01', '2026-12-31']);
    expect(span('FY2026-Q3', july)).toEqual(['2026-01-01', '2026-03-31']);
  });
});

describe('A month, a day', () => {
  it('is named by the calendar, whatever the fiscal year', () => {
    expect(periodOf('monthly', on('2026-02-28'), july)).toBe('2026-02');
    expect(periodOf('daily', on('2026-02-28'), july)).toBe('2026-02-28');
    expect(periodOf('irregular', on('2026-02-28'), july)).toBe('2026-02-28');
  });

  it('knows leap years', () => {
    expect(span('2024-02')).toEqual(['2024-02-01', '2024-02-29']);
    expect(span('2026-02')).toEqual(['2026-02-01', '2026-02-28']);
    expect(span('2024-02-29')).toEqual(['2024-02-29', '2024-02-29']);
  });
});

describe('An ISO week', () => {
  it.each([
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-12-30', '2025-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-01', '2026-W53'],
    ['2022-01-01', '2021-W52'],
    ['2026-03-03', '2026-W10'],
  ])('has %s in %s', (day, week) => expect(periodOf('weekly', on(day), january)).toBe(week));

  it('runs from Monday to Sunday, over the end of a year', () => {
    expect(span('2020-W53')).toEqual(['2020-12-28', '2021-01-03']);
    expect(span('2025-W01')).toEqual(['2024-12-30', '2025-01-05']);
  });

  it('53 exists in long years only', () => {
    expect(span('2026-W53')).toEqual(['2026-12-28', '2027-01-03']);
    expect(span('2025-W53')).toBe(undefined);
  });
});

describe('The name of a period', () => {
  it.each([
    ['FY2026', 'annual'],
    ['FY2026-Q1', 'quarterly'],
    ['2026-03', 'monthly'],
    ['2026-W10', 'weekly'],
    ['2026-03-05', 'daily'],
  ])('%s tells that it is %s', (text, frequency) => expect(spanOf(text, july)).toMatchObject({ frequency }));

  it.each(
    [
      '',
      '2026',
      'FY26',
      'fy2026',
      'FY2026-Q0',
      'FY2026-Q5',
      'FY2026-Q',
      'FY2026Q1',
      '2026-00',
      '2026-13',
    ].concat([
      '2026-3',
      '2026-W00',
      '2026-W54',
      '2026-W1',
      '2026-02-29',
      '2026-02-30',
      '2026-03-05T00:00',
      ' 2026-03',
    ]),
  )('is not %j', (text) => expect(spanOf(text, july)).toBe(undefined));

  const day = fc
    .date({ min: new Date('1995-01-01'), max: new Date('2045-12-31'), noInvalidDate: true })
    .map((date) => on(date.toISOString().slice(0, 10)));
  const april = calendar([7, '2000-07-01'], [4, '2020-04-01'], [10, '2030-10-01']);

  it.each(FREQUENCIES)('leads back to a span that holds its day: %s', (frequency) => {
    const calendars = fc.constantFrom(january, july, shorter, longer, april);
    fc.assert(
      fc.property(day, calendars, (date, by) => {
        const { from, to } = spanOf(periodOf(frequency, date, by), by)!;
        expect(from <= date && date <= to).toBe(true);
        for (const edge of [from, to])
          expect(periodOf(frequency, edge, by)).toBe(periodOf(frequency, date, by));
      }),
    );
  });
});
