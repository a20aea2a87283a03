import { type Calendar, type Frequency, type Instant, type LocalDate, Rejection } from '@pm/kernel';
import { readingTime, type StatedTime } from './reading-time.js';

/** Fiscal years from July on, in New York: five hours behind in winter, four in summer. */
const calendar: Calendar = {
  timeZone: 'America/New_York',
  fiscalYears: [{ startMonth: 7, from: '2000-07-01' as LocalDate }],
};
const now = '2026-03-10T14:00:00.000Z' as Instant;
const at = (stated: StatedTime, frequency: Frequency = 'monthly') =>
  readingTime(stated, frequency, calendar, now);
const refusal = (stated: StatedTime, frequency?: Frequency) => (at(stated, frequency) as Rejection).code;

describe('The time of a value that names its period', () => {
  it.each<[Frequency, string, string, string]>([
    ['annual', 'FY2025', 'FY2025', '2025-07-01T03:59:59.999Z'],
    ['quarterly', 'FY2026-Q1', 'FY2026', '2025-10-01T03:59:59.999Z'],
    ['monthly', '2025-06', 'FY2025', '2025-07-01T03:59:59.999Z'],
    ['monthly', '2025-07', 'FY2026', '2025-08-01T03:59:59.999Z'],
    ['weekly', '2026-W02', 'FY2026', '2026-01-12T04:59:59.999Z'],
    ['daily', '2026-03-08', 'FY2026', '2026-03-09T03:59:59.999Z'],
    ['irregular', '2026-01-31', 'FY2026', '2026-02-01T04:59:59.999Z'],
  ])(
    '%s, %s: counts towards %3$s and is true as the period ends there',
    (frequency, period, year, effectiveAt) =>
      expect(at({ period }, frequency)).toEqual({ period, year, effectiveAt }),
  );

  it('is now where the period has not ended yet', () => {
    expect(at({ period: '2026-03' })).toMatchObject({ effectiveAt: now });
    expect(at({ period: 'FY2026' }, 'annual')).toMatchObject({ effectiveAt: now });
    expect(at({ period: '2026-03-10' }, 'daily')).toMatchObject({ effectiveAt: now });
  });

  it('is refused where the period has not begun', () => {
    expect(refusal({ period: '2026-04' })).toBe('measured-in-future');
    expect(refusal({ period: '2026-03-11' }, 'daily')).toBe('measured-in-future');
  });

  it.each<[Frequency, string]>([
    ['annual', '2025-06'],
    ['quarterly', 'FY2025'],
    ['monthly', 'FY2025'],
    ['monthly', '2026-02-30'],
    ['monthly', 'soon'],
    ['monthly', ''],
    ['weekly', '2026-01'],
    ['daily', '2026-01'],
    ['irregular', 'FY2025'],
  ])('is refused for a %s KPI where it names %j', (frequency, period) =>
    expect(refusal({ period }, frequency)).toBe('period-of-other-frequency'),
  );
});

describe('The time of a value that says when it was measured', () => {
  it.each<[Frequency, string, string]>([
    ['annual', 'FY2025', 'FY2025'],
    ['quarterly', 'FY2025-Q4', 'FY2025'],
    ['monthly', '2025-06', 'FY2025'],
    ['daily', '2025-06-30', 'FY2025'],
    ['irregular', '2025-06-30', 'FY2025'],
  ])('%s: belongs to %s by the day it was there', (frequency, period, year) => {
    // Half past three in the night of July 1 by UTC is still June 30 in New York.
    const effectiveAt = '2025-07-01T03:30:00.000Z';
    expect(at({ measuredAt: '2025-07-01T03:30:00Z' }, frequency)).toEqual({ period, year, effectiveAt });
  });

  it('is the same moment in whatever zone it is written', () =>
    expect(at({ measuredAt: '2026-02-10T09:00:00+01:00' })).toMatchObject({
      period: '2026-02',
      effectiveAt: '2026-02-10T08:00:00.000Z',
    }));

  it('is the end of a bare day', () =>
    expect(at({ measuredAt: '2026-02-10' })).toMatchObject({ effectiveAt: '2026-02-11T04:59:59.999Z' }));

  it('is now where the bare day is today', () =>
    expect(at({ measuredAt: '2026-03-10' })).toEqual({
      period: '2026-03',
      year: 'FY2026',
      effectiveAt: now,
    }));

  it('counts towards the same year as where its period is named, also in a week between two years', () => {
    const byDay = at({ measuredAt: '2025-06-30' }, 'weekly');
    const byName = at({ period: '2025-W27' }, 'weekly');
    expect(byDay).toMatchObject({ period: '2025-W27', year: 'FY2026' });
    expect(byName).toMatchObject({ period: '2025-W27', year: 'FY2026' });
  });

  it('keeps a moment in the future, for the rule to refuse', () => {
    expect(at({ measuredAt: '2026-03-11' })).toMatchObject({ effectiveAt: '2026-03-12T03:59:59.999Z' });
    expect(at({ measuredAt: '2026-03-10T14:00:00.001Z' })).toMatchObject({
      effectiveAt: '2026-03-10T14:00:00.001Z',
    });
  });

  it.each(['2026-02-10T09:00:00', '2026-02-30', '10.2.2026', 'yesterday', ''])(
    'is refused where it says %j: no offset, no day',
    (measuredAt) => expect(refusal({ measuredAt })).toBe('measured-when'),
  );
});

describe('The time of a value', () => {
  it('is refused where nothing is said of it', () => expect(refusal({})).toBe('measured-when'));

  it('is refused where both period and moment are said: one would be lost', () =>
    expect(refusal({ period: '2026-02', measuredAt: '2026-02-10' })).toBe('measured-when'));
});
