import { Temporal } from 'temporal-polyfill';
import type { Instant, LocalDate } from './ids.js';
import { rememberedOfText } from './remembered.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads an ISO 8601 instant with offset, or a bare date, which means the end of that day in the zone.
 *
 * @returns undefined where the text is neither
 */
export function parseMoment(text: string, timeZone: string): Instant | undefined {
  try {
    const moment = DAY.test(text)
      ? endOfDay(text as LocalDate, timeZone)
      : instant(Temporal.Instant.from(text).epochMilliseconds);
    // Text order is time order for years of four digits only.
    return /^\d{4}-/.test(moment) ? moment : undefined;
  } catch {
    return undefined;
  }
}

/** @param epochMs milliseconds since 1970 */
export function instant(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant;
}

export function epochMs(at: Instant): number {
  return Date.parse(at);
}

/** @param ms milliseconds after an instant; before it where negative */
export function later(at: Instant, ms: number): Instant {
  return instant(epochMs(at) + ms);
}

const ZONES_MAX = 100;
const lastSeconds = new Map<string, { readonly second: number; readonly date: LocalDate }>();

/**
 * The calendar day that an instant falls on in a zone. Remembered for each second, as many ask at once: no zone's clocks change
 * within one.
 */
export function localDate(at: Instant, timeZone: string): LocalDate {
  const second = Math.floor(epochMs(at) / 1000);
  const last = lastSeconds.get(timeZone);
  if (last?.second === second) return last.date;
  const date = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString() as LocalDate;
  if (lastSeconds.size >= ZONES_MAX) lastSeconds.clear();
  lastSeconds.set(timeZone, { second, date });
  return date;
}

/** The last millisecond of a day in a zone, whatever its length there. */
export function endOfDay(date: LocalDate, timeZone: string): Instant {
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(timeZone);
  return instant(next.epochMilliseconds - 1);
}

export function startOfDay(date: LocalDate, timeZone: string): Instant {
  return instant(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);
}

/**
 * The one moment at which the clocks of a zone show a time on a day, or would: a time that is skipped comes as much
 * later as was skipped, of one that comes twice it is the first.
 *
 * @param time `HH:MM`
 */
export function timeOnDay(date: LocalDate, time: string, timeZone: string): Instant {
  const shown = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  return instant(shown.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as LocalDate;
}

/** The same day of the month, or the last one of a month that is shorter. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ months }).toString() as LocalDate;
}

export function isTimeZone(name: string): boolean {
  try {
    // Temporal also takes a whole date and time, and finds the zone in it.
    return Temporal.Now.zonedDateTimeISO(name).timeZoneId.toLowerCase() === name.toLowerCase();
  } catch {
    return false;
  }
}

export function isLocalDate(text: string): text is LocalDate {
  try {
    return DAY.test(text) && Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** Whole days from one day to another; negative where the other is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since 1970. Remembered: a tree of goals names the same few days again and again. */
const dayNumber = rememberedOfText((date: LocalDate): number => Math.round(Date.parse(date) / 86_400_000));
