import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './ids.js';
import { remembered, rememberedOfText } from './remembered.js';

/** How often a KPI is due. `irregular` is kept by the day and is never stale (rule 14). */
export const FREQUENCIES = ['daily', 'weekly', 'monthly', 'quarterly', 'annual', 'irregular'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

declare const period: unique symbol;

/**
 * A span of days by name: `FY2023`, `FY2023-Q1`, `2023-03`, `2023-W12` (ISO week) or `2023-03-05`.
 * Fiscal years are named by the year in which they end. The one in which their start month changes is shorter or
 * longer than twelve months, so it has fewer quarters, or more than four.
 */
export type Period = string & { readonly [period]: true };

/** A fiscal year by its name, `FY2023`. */
export type FiscalYear = Period;

/** How an organisation counts time. The fiscal year may start in another month from some day on. */
export interface Calendar {
  /** IANA zone in which its days begin and end. */
  readonly timeZone: string;
  /** By `from`, ascending, each the first day of its start month; the first holds for every earlier day too. */
  readonly fiscalYears: readonly { readonly startMonth: number; readonly from: LocalDate }[];
}

/** First and last day, both included. */
export interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A function of a text and a calendar that is worked out once for each: values name few days and periods again and again. */
export function rememberedIn<Text extends string, Result>(
  workOut: (text: Text, calendar: Calendar) => Result,
): (text: Text, calendar: Calendar) => Result {
  const inCalendar = remembered((calendar: Calendar) =>
    rememberedOfText((text: Text) => workOut(text, calendar)),
  );
  return (text, calendar) => inCalendar(calendar)(text);
}

/** The period of a frequency that a day falls in. */
export const periodOf = (frequency: Frequency, day: LocalDate, calendar: Calendar): Period =>
  PERIODS[frequency](day, calendar);

const PERIODS = Object.fromEntries(
  FREQUENCIES.map((frequency) => [
    frequency,
    rememberedIn((day: LocalDate, calendar) => periodAt(frequency, day, calendar)),
  ]),
) as Record<Frequency, (day: LocalDate, calendar: Calendar) => Period>;

function periodAt(frequency: Frequency, day: LocalDate, calendar: Calendar): Period {
  const date = Temporal.PlainDate.from(day);
  switch (frequency) {
    case 'annual':
      return fiscalYearOf(day, calendar);
    case 'quarterly': {
      const year = fiscalYearOf(day, calendar);
      const start = startOfFiscalYear(yearNumber(year), calendar);
      const months = 12 * (date.year - start.year) + date.month - start.month;
      return `${year}-Q${Math.floor(months / 3) + 1}` as Period;
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
  return fiscalYearNamed(yearNumber(year) + offset);
}

/**
 * The days of a period, and how often such periods come.
 *
 * @returns undefined where the text names no period
 */
export const spanOf = rememberedIn(
  (text: string, calendar): (Span & { readonly frequency: Frequency }) | undefined => {
    const form = FORMS.find(({ pattern }) => pattern.test(text));
    if (!form) return undefined;
    try {
      const span = form.span(text, calendar);
      return { from: span.from, to: span.to, frequency: form.frequency };
    } catch {
      return undefined;
    }
  },
);

interface Form {
  readonly frequency: Frequency;
  readonly pattern: RegExp;
  span(text: string, calendar: Calendar): Span;
}

const FORMS: readonly Form[] = [
  {
    frequency: 'annual',
    pattern: /^FY\d{4}$/,
    span: (text, calendar) => {
      const [start, end] = fiscalYear(yearNumber(text), calendar);
      return { from: iso(start), to: iso(end) };
    },
  },
  {
    frequency: 'quarterly',
    pattern: /^FY\d{4}-Q[1-8]$/,
    span: (text, calendar) => {
      const [start, end] = fiscalYear(yearNumber(text), calendar);
      const { from, to } = monthsFrom(start.add({ months: 3 * (Number(text.slice(8)) - 1) }), 3);
      if (from > iso(end)) throw new RangeError('no such quarter');
      return { from, to: to < iso(end) ? to : iso(end) };
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

/** First and last day. */
function fiscalYear(year: number, calendar: Calendar): [Temporal.PlainDate, Temporal.PlainDate] {
  return [startOfFiscalYear(year, calendar), startOfFiscalYear(year + 1, calendar).subtract({ days: 1 })];
}

/** The first day that bears the year's name: of a start month, or of the time in which another one holds. */
function startOfFiscalYear(year: number, calendar: Calendar): Temporal.PlainDate {
  const january = iso(new Temporal.PlainDate(year, 1, 1));
  const candidates = calendar.fiscalYears.flatMap(({ startMonth, from }) => [
    from,
    iso(new Temporal.PlainDate(startMonth > 1 ? year - 1 : year, startMonth, 1)),
  ]);
  const named = [january, ...candidates].filter(
    (day) => fiscalYearOf(day, calendar) === fiscalYearNamed(year),
  );
  return Temporal.PlainDate.from(named.sort()[0] ?? january);
}

function startMonthAt(day: LocalDate, { fiscalYears }: Calendar): number {
  const inForce = fiscalYears.findLast(({ from }) => from <= day) ?? fiscalYears[0];
  return inForce?.startMonth ?? 1;
}

function monthsFrom(start: Temporal.PlainDate, months: number): Span {
  return { from: iso(start), to: iso(start.add({ months }).subtract({ days: 1 })) };
}

const fiscalYearNamed = (year: number): FiscalYear => `FY${pad(year, 4)}` as FiscalYear;
const yearNumber = (name: string): number => Number(name.slice(2, 6));
const iso = (date: Temporal.PlainDate): LocalDate => date.toString() as LocalDate;
const pad = (number: number, width: number): string => String(number).padStart(width, '0');
