import {
  endOfDay,
  type Instant,
  isLocalDate,
  type LocalDate,
  localDate,
  neverValid,
  reject,
  Rejection,
  startOfDay,
} from '@pm/kernel';

/** Nobody's records reach further back, and text order is time order from here on. */
const FIRST_DAY = '1900-01-01';

/** Where and when a change is asked for. */
export interface Asked {
  readonly now: Instant;
  /** In which the organisation's days begin and end. */
  readonly timeZone: string;
}

/** From the beginning of a day on, however long ago, at most a year ahead; from today on where none is named. */
export function fromDay(day: string | undefined, { now, timeZone }: Asked): Instant | Rejection {
  const today = localDate(now, timeZone);
  const known = day === undefined ? today : knownDay(day, today);
  return known instanceof Rejection ? known : startOfDay(known, timeZone);
}

/** At the end of a day, however long ago, at most a year ahead; of today where none is named. */
export function atEndOf(day: string | undefined, { now, timeZone }: Asked): Instant | Rejection {
  const today = localDate(now, timeZone);
  const known = day === undefined ? today : knownDay(day, today);
  return known instanceof Rejection ? known : endOfDay(known, timeZone);
}

function knownDay(day: string, today: LocalDate): LocalDate | Rejection {
  if (!isLocalDate(day) || day < FIRST_DAY)
    return neverValid('day-unknown', 'Name a day of the calendar, such as 2026-07-01.');
  const yearAhead = `${String(Number(today.slice(0, 4)) + 1)}${today.slice(4)}`;
  if (day > yearAhead)
    return reject('too-far-ahead', 'Plan at most a year ahead; record what comes later once it is nearer.');
  return day;
}
