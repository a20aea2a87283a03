import {
  type Calendar,
  endOfDay,
  epochMs,
  type Frequency,
  instant,
  type Instant,
  type LocalDate,
  localDate,
  type Period,
  periodOf,
  spanOf,
} from '@pm/kernel';

/**
 * Rule 14: a KPI is stale once one whole period of its frequency has gone by after the period of its last value, and
 * while it has no value at all. An irregular one never is.
 *
 * @param last period of the last value
 */
export function isStale(
  last: Period | undefined,
  frequency: Frequency,
  { now, calendar }: { now: Instant; calendar: Calendar },
): boolean {
  if (frequency === 'irregular') return false;
  if (last === undefined) return true;
  const due = endOfNext(last, frequency, calendar);
  return due !== undefined && now > due;
}

/**
 * A value is late where it was recorded after one whole period had gone by since its own had ended: so long the period
 * after it is measured, and so long a KPI that waits for it is not stale. Values of an irregular KPI never are late.
 *
 * @param recordedAt when the period and source were first recorded, or anew after a retraction; a correction is not late
 */
export function isLate(
  period: Period,
  recordedAt: Instant,
  frequency: Frequency,
  calendar: Calendar,
): boolean {
  if (frequency === 'irregular') return false;
  // By its own form: the KPI may have had another frequency when it was measured.
  const due = endOfNext(period, spanOf(period, calendar)?.frequency ?? frequency, calendar);
  return due !== undefined && recordedAt > due;
}

/** The end of the first whole period of a frequency that begins after a period ended. */
function endOfNext(period: Period, frequency: Frequency, calendar: Calendar): Instant | undefined {
  const ended = spanOf(period, calendar)?.to;
  if (ended === undefined) return undefined;
  const next = spanAt(dayAfter(ended, calendar), frequency, calendar);
  const whole = next.from > ended ? next : spanAt(dayAfter(next.to, calendar), frequency, calendar);
  return endOfDay(whole.to, calendar.timeZone);
}

const spanAt = (day: LocalDate, frequency: Frequency, calendar: Calendar) =>
  spanOf(periodOf(frequency, day, calendar), calendar)!;

const dayAfter = (day: LocalDate, { timeZone }: Calendar): LocalDate =>
  localDate(instant(epochMs(endOfDay(day, timeZone)) + 1), timeZone);
