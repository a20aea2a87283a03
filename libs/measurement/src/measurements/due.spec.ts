import { type Calendar, type Frequency, type Instant, type LocalDate, localDate } from '@pm/kernel';
import { period } from '../testing/measurement.examples.js';
import { isLate, isStale, missedFrom } from './due.state.js';

/** Fiscal years from July on, in New York: five hours behind in winter, four in summer. */
const calendar: Calendar = {
  timeZone: 'America/New_York',
  fiscalYears: [{ startMonth: 7, from: '2000-07-01' as LocalDate }],
};
const at = (now: string) => ({ now: now as Instant, calendar });

/** Period, and the last moment at which it is neither late nor stale. */
const LAST_MOMENTS: [Frequency, string, string][] = [
  ['daily', '2026-03-07', '2026-03-09T03:59:59.999Z'],
  ['weekly', '2026-W02', '2026-01-19T04:59:59.999Z'],
  ['monthly', '2026-01', '2026-03-01T04:59:59.999Z'],
  ['quarterly', 'FY2026-Q2', '2026-04-01T03:59:59.999Z'],
  ['annual', 'FY2025', '2026-07-01T03:59:59.999Z'],
];
const after = (moment: string) => new Date(Date.parse(moment) + 1).toISOString();

describe('Rule 14: a KPI is stale', () => {
  it.each(LAST_MOMENTS)(
    '%s: after %s and one whole period, up to its last millisecond there',
    (frequency, last, moment) => {
      expect(isStale(period(last), frequency, at(moment))).toBe(false);
      expect(isStale(period(last), frequency, at(after(moment)))).toBe(true);
    },
  );

  it.each(['daily', 'weekly', 'monthly', 'quarterly', 'annual'] as const)(
    '%s: as long as it has no value at all',
    (frequency) => expect(isStale(undefined, frequency, at('2026-03-03T09:30:00.000Z'))).toBe(true),
  );

  it('never where it is irregular', () => {
    expect(isStale(undefined, 'irregular', at('2026-03-03T09:30:00.000Z'))).toBe(false);
    expect(isStale(period('2001-01-01'), 'irregular', at('2026-03-03T09:30:00.000Z'))).toBe(false);
  });

  it('by its frequency of today: a year’s value lasts a monthly KPI one month', () => {
    expect(isStale(period('FY2025'), 'monthly', at('2025-08-01T03:59:59.999Z'))).toBe(false);
    expect(isStale(period('FY2025'), 'monthly', at('2025-08-01T04:00:00.000Z'))).toBe(true);
  });

  it('never before a whole period went by, where the last one ended amid one', () => {
    expect(isStale(period('2026-W02'), 'monthly', at('2026-03-01T04:59:59.999Z'))).toBe(false);
    expect(isStale(period('2026-W02'), 'monthly', at('2026-03-01T05:00:00.000Z'))).toBe(true);
  });
});

describe('A value is missed', () => {
  const from = (last: string | undefined, frequency: Frequency, begun?: string) =>
    missedFrom(last === undefined ? undefined : period(last), frequency, {
      begun: begun as LocalDate,
      calendar,
    });

  it.each(LAST_MOMENTS)('%s: from the day on which a KPI with %s is stale', (frequency, last, moment) => {
    const day = from(last, frequency)!;
    expect(isStale(period(last), frequency, at(after(moment)))).toBe(true);
    expect(localDate(after(moment) as Instant, calendar.timeZone)).toBe(day);
  });

  it('once a whole period went by after somebody began to wait, whatever was measured long before', () => {
    expect(from(undefined, 'monthly', '2026-01-01')).toBe('2026-02-01');
    expect(from(undefined, 'monthly', '2026-01-15')).toBe('2026-03-01');
    expect(from('2024-06', 'monthly', '2026-01-01')).toBe('2026-02-01');
    expect(from('2026-03', 'monthly', '2026-01-01')).toBe('2026-05-01');
  });

  it('never where the KPI is irregular, or nobody has begun to wait', () => {
    expect(from('2026-01-01', 'irregular', '2026-01-01')).toBe(undefined);
    expect(from(undefined, 'monthly')).toBe(undefined);
  });
});

describe('A value is late', () => {
  it.each(LAST_MOMENTS)(
    '%s: where %s was recorded after one whole period more',
    (frequency, name, moment) => {
      expect(isLate(period(name), moment as Instant, frequency, calendar)).toBe(false);
      expect(isLate(period(name), after(moment) as Instant, frequency, calendar)).toBe(true);
    },
  );

  it('never where its KPI is irregular', () =>
    expect(isLate(period('2001-01-01'), '2026-03-03T09:30:00.000Z' as Instant, 'irregular', calendar)).toBe(
      false,
    ));

  it('by the frequency at which it was measured, whatever the KPI’s is today', () =>
    expect(isLate(period('FY2025'), '2025-12-01T00:00:00.000Z' as Instant, 'monthly', calendar)).toBe(false));

  it('by nothing where the calendar of today knows no such period', () =>
    expect(isLate(period('FY2025-Q5'), '2026-12-01T00:00:00.000Z' as Instant, 'quarterly', calendar)).toBe(
      false,
    ));
});
