import {
  endOfDay,
  fiscalYearOf,
  isLocalDate,
  localDate,
  neverValid,
  parseMoment,
  periodOf,
  rememberedIn,
  reject,
  spanOf,
  startOfDay,
  type Calendar,
  type FiscalYear,
  type Frequency,
  type Instant,
  type Period,
  type Rejection,
} from '@pm/kernel';
import type { Reading } from './record-measurements.decide.js';

/** Which time a value is of: a named period, or the moment at which it was true. */
export interface StatedTime {
  readonly period?: string;
  readonly measuredAt?: string;
}

export type ReadingTime = Pick<Reading, 'period' | 'year' | 'effectiveAt'>;

/**
 * Rule 21: local dates come from instant and zone, worked out once, here. A value of a period or a day that has not ended
 * yet is true as of now.
 */
export function readingTime(
  stated: StatedTime,
  frequency: Frequency,
  calendar: Calendar,
  now: Instant,
): ReadingTime | Rejection {
  const { period, measuredAt } = stated;
  if (period !== undefined && measuredAt === undefined) return ofPeriod(period, frequency, calendar, now);
  const moment = period === undefined ? parseMoment(measuredAt ?? '', calendar.timeZone) : undefined;
  if (!moment) {
    return neverValid(
      'measured-when',
      'Say either which period the value is of, or when it was measured, with an offset.',
    );
  }
  return atMoment(moment, isLocalDate(measuredAt ?? ''), { frequency, calendar, now });
}

function atMoment(
  moment: Instant,
  isWholeDay: boolean,
  { frequency, calendar, now }: { frequency: Frequency; calendar: Calendar; now: Instant },
): ReadingTime {
  const day = localDate(moment, calendar.timeZone);
  const isToday = day === localDate(now, calendar.timeZone);
  const period = periodOf(frequency, day, calendar);
  return {
    period,
    // As where the period is named: a week may end in another year than the day it was measured on.
    year: fiscalYearOf(spanOf(period, calendar)!.to, calendar),
    effectiveAt: isWholeDay && isToday ? now : moment,
  };
}

function ofPeriod(
  name: string,
  frequency: Frequency,
  calendar: Calendar,
  now: Instant,
): ReadingTime | Rejection {
  const known = namedIn(name, calendar);
  const wanted = frequency === 'irregular' ? 'daily' : frequency;
  if (known?.frequency !== wanted) {
    return neverValid('period-of-other-frequency', `Name a period such as ${EXAMPLES[wanted]}.`);
  }
  const { year, start, end } = known;
  if (start > now) {
    return reject('measured-in-future', 'Record the value once its period has begun.', { period: name });
  }
  return { period: name as Period, year, effectiveAt: end < now ? end : now };
}

/** A period as a calendar has it. */
interface NamedPeriod {
  readonly frequency: Frequency;
  readonly year: FiscalYear;
  readonly start: Instant;
  readonly end: Instant;
}

/** @returns undefined where the calendar has none of this name */
const namedIn = rememberedIn((name: string, calendar): NamedPeriod | undefined => {
  const span = spanOf(name, calendar);
  return (
    span && {
      frequency: span.frequency,
      year: fiscalYearOf(span.to, calendar),
      start: startOfDay(span.from, calendar.timeZone),
      end: endOfDay(span.to, calendar.timeZone),
    }
  );
});

const EXAMPLES: Record<Exclude<Frequency, 'irregular'>, string> = {
  daily: '2023-03-05',
  weekly: '2023-W12',
  monthly: '2023-03',
  quarterly: 'FY2023-Q1',
  annual: 'FY2023',
};
