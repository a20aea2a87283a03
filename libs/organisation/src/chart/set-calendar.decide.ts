import {
  type Calendar,
  isLocalDate,
  isTimeZone,
  neverValid,
  reject,
  type Decide,
  type LocalDate,
} from '@pm/kernel';
import type { ChartEvent } from './chart.events.js';
import type { Chart } from './chart.state.js';

export interface SetCalendarFacts {
  readonly timeZone: string;
  readonly fiscalYearStartMonth: number;
  readonly from: LocalDate;
}

/** A fiscal year is named by the year in which it ends, and its start month is valid from a day on. */
export const setCalendar: Decide<SetCalendarFacts, Chart, ChartEvent> = (facts, { calendar }) => {
  const { timeZone, fiscalYearStartMonth, from } = facts;
  if (!isTimeZone(timeZone)) {
    return neverValid('time-zone-unknown', 'Name a zone of the IANA database, such as Europe/Stockholm.');
  }
  if (!isLocalDate(from)) return neverValid('day-unknown', 'Name a day of the calendar, such as 2026-07-01.');
  const last = calendar.fiscalYears.at(-1);
  const same =
    last?.startMonth === fiscalYearStartMonth && last.from === from && calendar.timeZone === timeZone;
  if (same) return [];
  if (startsAmidYear(facts, calendar)) {
    return reject(
      'fiscal-year-start',
      'Let another start month hold from its first day on, such as 2026-07-01.',
    );
  }
  return [{ type: 'CalendarSet', data: { timeZone, fiscalYearStartMonth, from } }];
};

/** Where years were counted before, the change comes as a year starts: no day counts towards an earlier year than the day before. */
function startsAmidYear(
  { fiscalYearStartMonth, from }: SetCalendarFacts,
  { fiscalYears }: Calendar,
): boolean {
  const before = fiscalYears.findLast((year) => year.from < from);
  const start = `-${String(fiscalYearStartMonth).padStart(2, '0')}-01`;
  return before !== undefined && before.startMonth !== fiscalYearStartMonth && !from.endsWith(start);
}
