import {
  addDays,
  type Calendar,
  type Frequency,
  type Instant,
  type LocalDate,
  localDate,
  type Period,
  periodOf,
  rememberedIn,
  type Span,
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
  const span = spanOf(last, calendar);
  return span !== undefined && localDate(now, calendar.timeZone) > lastDayOfNext(span, frequency, calendar);
}

/**
 * The first day on which somebody who waits for values misses one, by rule 14: a whole period went by after that of the last
 * value, and after the day before they began to wait.
 *
 * @param begun from which day on values are awaited; from the last one on where absent
 * @returns undefined where none is ever missed
 */
export function missedFrom(
  last: Period | undefined,
  frequency: Frequency,
  { begun, calendar }: { begun?: LocalDate; calendar: Calendar },
): LocalDate | undefined {
  const ends = [last && spanOf(last, calendar)?.to, begun && addDays(begun, -1)];
  const ended = ends
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  if (frequency === 'irregular' || ended === undefined) return undefined;
  return addDays(lastDayOfNext({ to: ended }, frequency, calendar), 1);
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
  const span = spanOf(period, calendar);
  if (!span) return false;
  // By its own form: the KPI may have had another frequency when it was measured.
  return localDate(recordedAt, calendar.timeZone) > lastDayOfNext(span, span.frequency, calendar);
}

/** The last day of the first whole period of a frequency that begins after a period ended. */
function lastDayOfNext({ to: ended }: Pick<Span, 'to'>, frequency: Frequency, calendar: Calendar): LocalDate {
  const next = spanAt(dayAfter(ended, calendar), frequency, calendar);
  return next.from > ended ? next.to : spanAt(dayAfter(next.to, calendar), frequency, calendar).to;
}

const dayAfter = rememberedIn((day: LocalDate) => addDays(day, 1));

const spanAt = (day: LocalDate, frequency: Frequency, calendar: Calendar) =>
  spanOf(periodOf(frequency, day, calendar), calendar)!;
