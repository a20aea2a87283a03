import { addDays, daysBetween, type Instant, type LocalDate, localDate, timeOnDay } from '@pm/kernel';

/** Of a week, in order. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When people work. */
export interface WorkingTime {
  /** At least one. */
  readonly weekdays: readonly Weekday[];
  readonly holidays: readonly LocalDate[];
  /** `HH:MM`: when a working day begins to be reminded of, by the organisation's clocks. */
  readonly remindAt: string;
}

export const OFFICE_HOURS: WorkingTime = {
  weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  holidays: [],
  remindAt: '09:00',
};

const A_MONDAY = '2024-01-01' as LocalDate;

export function weekdayOf(day: LocalDate): Weekday {
  const days = daysBetween(A_MONDAY, day) % 7;
  return WEEKDAYS.at(days)!;
}

export const isWorkingDay = (day: LocalDate, { weekdays, holidays }: WorkingTime): boolean =>
  weekdays.includes(weekdayOf(day)) && !holidays.includes(day);

/** The working day that so many working days lead to; as many before where the number is negative. 0 stays on the day. */
export function addWorkingDays(day: LocalDate, count: number, time: WorkingTime): LocalDate {
  let [reached, left] = [day, Math.abs(count)];
  while (left > 0) {
    reached = addDays(reached, Math.sign(count));
    if (isWorkingDay(reached, time)) left -= 1;
  }
  return reached;
}

/** The day itself where it is a working day, else the next one. */
export const workingDayFrom = (day: LocalDate, time: WorkingTime): LocalDate =>
  isWorkingDay(day, time) ? day : addWorkingDays(day, 1, time);

/** Now, on a working day once it is time to remind; else the next moment at which it is. */
export function workingMomentFrom(now: Instant, timeZone: string, time: WorkingTime): Instant {
  const today = localDate(now, timeZone);
  const at = timeOnDay(workingDayFrom(today, time), time.remindAt, timeZone);
  return at > now ? at : now;
}
