import { addDays, epochMs, instant, type Instant, isTimeZone, localDate, timeOnDay } from '@pm/kernel';

/**
 * When something is due again and again: every so many milliseconds, counted from 1970 so that every process finds the
 * same moments; or every day when the clocks of a zone show a time (`HH:MM`), once a day however they are changed.
 */
export type Timing = { readonly everyMs: number } | { readonly at: string; readonly timeZone: string };

/** @throws TypeError where there is no such time, zone or interval */
export function checkTiming(timing: Timing): void {
  if ('everyMs' in timing) {
    if (!Number.isSafeInteger(timing.everyMs) || timing.everyMs < 1)
      throw new TypeError(`not an interval: ${timing.everyMs} ms`);
    return;
  }
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(timing.at)) throw new TypeError(`not a time of day: ${timing.at}`);
  if (!isTimeZone(timing.timeZone)) throw new TypeError(`not a time zone: ${timing.timeZone}`);
}

/** The last time that it was due, now or before. */
export function latestDue(timing: Timing, now: Instant): Instant {
  if ('everyMs' in timing) return instant(epochMs(now) - modulo(epochMs(now), timing.everyMs));
  return around(timing, now).findLast((at) => at <= now)!;
}

/** The next time that it is due, after now. */
export function nextDue(timing: Timing, now: Instant): Instant {
  if ('everyMs' in timing) return instant(epochMs(latestDue(timing, now)) + timing.everyMs);
  return around(timing, now).find((at) => at > now)!;
}

/** On the days next to this one too, and one more each way: a zone may leave out a day, or step back over midnight. */
function around({ at, timeZone }: { at: string; timeZone: string }, now: Instant): Instant[] {
  const today = localDate(now, timeZone);
  return [-2, -1, 0, 1, 2].map((days) => timeOnDay(addDays(today, days), at, timeZone));
}

/** Never negative, also before 1970. */
const modulo = (value: number, by: number): number => ((value % by) + by) % by;
