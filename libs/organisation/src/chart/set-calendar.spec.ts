import type { LocalDate } from '@pm/kernel';
import { decision } from '@pm/kernel/testing';
import { calendarSet } from '../testing/organisation.examples.js';
import { chart } from './chart.state.js';
import { setCalendar } from './set-calendar.decide.js';

const { given } = decision(chart, setCalendar);
const calendar = (fiscalYearStartMonth: number, from: string, timeZone = 'America/New_York') => ({
  timeZone,
  fiscalYearStartMonth,
  from: from as LocalDate,
});

describe('Set the calendar', () => {
  it('says in which zone days end and in which month fiscal years start, from a day on', () =>
    given().when(calendar(7, '2000-07-01')).gives(julyYears));

  it('records nothing for the calendar in force', () =>
    given(julyYears).when(calendar(7, '2000-07-01')).gives());

  it('takes another zone for the same years', () =>
    given(julyYears)
      .when(calendar(7, '2000-07-01', 'Europe/Stockholm'))
      .gives(inStockholm));

  it('lets years start in another month from some day on', () =>
    given(julyYears).when(calendar(1, '2025-01-01')).gives(januaryYears));

  it('lets the first calendar hold from any day', () =>
    given().when(calendar(7, '2000-01-01')).gives(calendarSet(7, '2000-01-01')));

  it('refuses another start month from the middle of a year on', () => {
    given(julyYears).when(calendar(1, '2024-10-10')).refuses('fiscal-year-start');
    given(julyYears).when(calendar(1, '2025-02-01')).refuses('fiscal-year-start');
    given(julyYears).when(calendar(1, '2025-01-02')).refuses('fiscal-year-start');
  });

  it('replaces what was to hold from a later day on', () =>
    given(julyYears, januaryYears).when(calendar(4, '1999-05-05')).gives(calendarSet(4, '1999-05-05')));

  it.each(['Mars/Olympus', '', '+2', '2026-01-01T00:00[Europe/Stockholm]'])(
    'refuses the time zone %j, which no database knows',
    (timeZone) =>
      given()
        .when(calendar(7, '2000-07-01', timeZone))
        .refuses('time-zone-unknown'),
  );

  it.each(['2026-02-29', '2026-13-01', '2026-00-00', 'today'])('refuses %s, which is no day', (from) =>
    given().when(calendar(1, from)).refuses('day-unknown'),
  );
});

const julyYears = calendarSet(7, '2000-07-01');
const inStockholm = calendarSet(7, '2000-07-01', 'Europe/Stockholm');
const januaryYears = calendarSet(1, '2025-01-01');
