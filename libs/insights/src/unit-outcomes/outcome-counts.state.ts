import type { FiscalYear, YearOutcome } from '@pm/kernel';

/** How many KPIs came out how, in one year. */
export interface OutcomeCounts {
  readonly metTarget: number;
  readonly didNotMeet: number;
  readonly noTarget: number;
  readonly improving1y: number;
  readonly notImproving1y: number;
  readonly improving5y: number;
  readonly notImproving5y: number;
}

/** By label, then by fiscal year; {@link ALL} stands for every KPI. */
export type CountsByLabel = Readonly<Record<string, Readonly<Record<FiscalYear, OutcomeCounts>>>>;

export const ALL = '*';

export const NONE: OutcomeCounts = {
  metTarget: 0,
  didNotMeet: 0,
  noTarget: 0,
  improving1y: 0,
  notImproving1y: 0,
  improving5y: 0,
  notImproving5y: 0,
};

const FIELDS = Object.keys(NONE) as (keyof OutcomeCounts)[];

export function countsOf({ target, improvingOneYear, improvingFiveYears }: YearOutcome): OutcomeCounts {
  return {
    metTarget: Number(target === 'met'),
    didNotMeet: Number(target === 'missed'),
    noTarget: Number(target === 'none'),
    improving1y: Number(improvingOneYear === true),
    notImproving1y: Number(improvingOneYear === false),
    improving5y: Number(improvingFiveYears === true),
    notImproving5y: Number(improvingFiveYears === false),
  };
}

export const isSame = (a: OutcomeCounts, b: OutcomeCounts): boolean =>
  FIELDS.every((field) => a[field] === b[field]);

export const isNone = (counts: OutcomeCounts): boolean => FIELDS.every((field) => counts[field] === 0);

export function plus(a: OutcomeCounts, b: OutcomeCounts, sign: 1 | -1 = 1): OutcomeCounts {
  return {
    metTarget: a.metTarget + sign * b.metTarget,
    didNotMeet: a.didNotMeet + sign * b.didNotMeet,
    noTarget: a.noTarget + sign * b.noTarget,
    improving1y: a.improving1y + sign * b.improving1y,
    notImproving1y: a.notImproving1y + sign * b.notImproving1y,
    improving5y: a.improving5y + sign * b.improving5y,
    notImproving5y: a.notImproving5y + sign * b.notImproving5y,
  };
}

/** A group: what is zero is left out, and all zero is undefined. */
export function addCounts(
  total: CountsByLabel | undefined,
  part: CountsByLabel,
  sign: 1 | -1,
): CountsByLabel | undefined {
  return combine(total, part, (years, more) =>
    combine(years, more, (counts, added) => sumOrNothing(counts, added, sign)),
  );
}

function sumOrNothing(
  counts: OutcomeCounts | undefined,
  added: OutcomeCounts,
  sign: 1 | -1,
): OutcomeCounts | undefined {
  const result = plus(counts ?? NONE, added, sign);
  return isNone(result) ? undefined : result;
}

/** Entry by entry; entries that come to nothing are dropped, and no entry at all is undefined. */
function combine<T>(
  total: Readonly<Record<string, T>> | undefined,
  part: Readonly<Record<string, T>>,
  add: (a: T | undefined, b: T) => T | undefined,
): Record<string, T> | undefined {
  const result: Record<string, T> = { ...total };
  for (const [key, value] of Object.entries(part)) {
    const sum = add(result[key], value);
    if (sum === undefined) delete result[key];
    else result[key] = sum;
  }
  return Object.keys(result).length === 0 ? undefined : result;
}
