import { isTimeZone, neverValid, type Decide, type LocalDate } from '@pm/kernel';
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
  const last = calendar.fiscalYears.at(-1);
  const same =
    last?.startMonth === fiscalYearStartMonth && last.from === from && calendar.timeZone === timeZone;
  return same ? [] : [{ type: 'CalendarSet', data: { timeZone, fiscalYearStartMonth, from } }];
};
