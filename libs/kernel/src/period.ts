import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './ids.js';

/** How often a KPI is due. `irregular` is kept by the day and is never stale (rule 14). */
export const FREQUENCIES = ['daily', 'weekly', 'monthly', 'quarterly', 'annual', 'irregular'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

declare const period: unique symbol;

/**
 * A span of days by name: `FY2023`, `FY2023-Q1`, `2023-03`, `2023-W12` (ISO week) or `2023-03-05`.
 * Fiscal years are named by the year in which they end.
 */
export type Period = string & { readonly [period]: true };

/** A fiscal year by its name, `FY2023`. */
export type FiscalYear = Period;

/** How an organisation counts time. The fiscal year may start in another month from some day on. */
export interface Calendar {
  /** IANA zone in which its days begin and end. */
  readonly timeZone: string;
  /** By `from`, ascending; the first holds for every earlier day too. */
  readonly fiscalYears: readonly { readonly startMonth: number; readonly from: LocalDate }[];
}

/** First and last day, both included. */
export interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The period of a frequency that a day falls in. */
export function periodOf(frequency: Frequency, day: LocalDate, calendar: Calendar): Period {
  const date = Temporal.PlainDate.from(day);
  switch (frequency) {
    case 'annual':
      return fiscalYearOf(day, calendar);
    case 'quarterly': {
      const quarter = Math.floor(((date.month - startMonthAt(day, calendar) + 12) % 12) / 3) + 1;
      return `${fiscalYearOf(day, calendar)}-Q${quarter}` as Period;
    }
    case 'monthly':
      return day.slice(0, 7) as Period;
    case 'weekly':
      return `${pad(date.yearOfWeek ?? date.year, 4)}-W${pad(date.weekOfYear ?? 1, 2)}` as Period;
    case 'daily':
    case 'irregular':
      return day as string as Period;
  }
}

export function fiscalYearOf(day: LocalDate, calendar: Calendar): FiscalYear {
  const { year, month } = Temporal.PlainDate.from(day);
  const start = startMonthAt(day, calendar);
  return fiscalYearNamed(start > 1 && month >= start ? year + 1 : year);
}

/** @param offset years to go forward, or back where negative */
export function shiftYear(year: FiscalYear, offset: number): FiscalYear {
  return fiscalYearNamed(Number(year.slice(2)) + offset);
}

/**
 * The days of a period, and how often such periods come.
 *
 * @returns undefined where the text names no period
 */
export function spanOf(
  text: string,
  calendar: Calendar,
): (Span & { readonly frequency: Frequency }) | undefined {
  const form = FORMS.find(({ pattern }) => pattern.test(text));
  if (!form) return undefined;
  try {
    const span = form.span(text, calendar);
    return { from: span.from, to: span.to, frequency: form.frequency };
  } catch {
    return undefined;
  }
}

interface Form {
  readonly frequency: Frequency;
  readonly pattern: RegExp;
  span(text: string, calendar: Calendar): Span;
}

const FORMS: readonly Form[] = [
  {
    frequency: 'annual',
    pattern: /^FY\d{4}$/,
    span: (text, calendar) => monthsFrom(startOfFiscalYear(Number(text.slice(2)), calendar), 12),
  },
  {
    frequency: 'quarterly',
    pattern: /^FY\d{4}-Q[1-4]$/,
    span: (text, calendar) => {
      const start = startOfFiscalYear(Number(text.slice(2, 6)), calendar);
      return monthsFrom(start.add({ months: 3 * (Number(text.slice(8)) - 1) }), 3);
    },
  },
  {
    frequency: 'monthly',
    pattern: /^\d{4}-\d{2}$/,
    span: (text) => monthsFrom(Temporal.PlainDate.from(`${text}-01`, { overflow: 'reject' }), 1),
  },
  { frequency: 'weekly', pattern: /^\d{4}-W\d{2}$/, span: (text) => isoWeek(text) },
  {
    frequency: 'daily',
    pattern: /^\d{4}-\d{2}-\d{2}$/,
    span: (text) => {
      const day = iso(Temporal.PlainDate.from(text, { overflow: 'reject' }));
      return { from: day, to: day };
    },
  },
];

function isoWeek(text: string): Span {
  const [year, week] = [Number(text.slice(0, 4)), Number(text.slice(6))];
  const january4th = new Temporal.PlainDate(year, 1, 4);
  const monday = january4th.add({ days: 7 * (week - 1) - (january4th.dayOfWeek - 1) });
  if (monday.yearOfWeek !== year || monday.weekOfYear !== week) throw new RangeError('no such week');
  return { from: iso(monday), to: iso(monday.add({ days: 6 })) };
}

function startOfFiscalYear(year: number, calendar: Calendar): Temporal.PlainDate {
  const start = startMonthAt(`${pad(year, 4)}-01-01` as LocalDate, calendar);
  return new Temporal.PlainDate(start > 1 ? year - 1 : year, start, 1);
}

function startMonthAt(day: LocalDate, { fiscalYears }: Calendar): number {
  const inForce = fiscalYears.findLast(({ from }) => from <= day) ?? fiscalYears[0];
  return inForce?.startMonth ?? 1;
}

function monthsFrom(start: Temporal.PlainDate, months: number): Span {
  return { from: iso(start), to: iso(start.add({ months }).subtract({ days: 1 })) };
}

const fiscalYearNamed = (year: number): FiscalYear => `FY${pad(year, 4)}` as FiscalYear;
const iso = (date: Temporal.PlainDate): LocalDate => date.toString() as LocalDate;
const pad = (number: number, width: number): string => String(number).padStart(width, '0');
