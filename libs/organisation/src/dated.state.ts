import type { Instant } from '@pm/kernel';

/** A value from a moment on, until the next one. */
export interface DatedValue<T> {
  readonly from: Instant;
  readonly value: T;
}

/** In order of time, one for each moment. */
export type Dated<T> = readonly DatedValue<T>[];

/** With one more value; of two that hold from the same moment the one said last stands. */
export function withValue<T>(dated: Dated<T>, from: Instant, value: T): Dated<T> {
  const others = dated.filter((other) => other.from !== from);
  const after = others.findLastIndex((other) => other.from < from);
  return others.toSpliced(after + 1, 0, { from, value });
}

/** Undefined before the first one. */
export function valueAt<T>(dated: Dated<T>, at: Instant): T | undefined {
  return dated.findLast(({ from }) => from <= at)?.value;
}

/** From when another value follows the one in force at a moment; undefined where none does. */
export function nextAfter<T>(dated: Dated<T>, at: Instant): Instant | undefined {
  return dated.find(({ from }) => from > at)?.from;
}

/** From a moment on, up to another one or for good. */
export interface Stretch {
  readonly from: Instant;
  readonly until?: Instant;
}

/** The values in force during a stretch of time, each with the part of it in which it is. */
export function valuesDuring<T>(dated: Dated<T>, { from, until }: Stretch): (Stretch & { value: T })[] {
  return dated.flatMap(({ from: start, value }, index) => {
    const during = {
      from: start > from ? start : from,
      until: earlier(dated[index + 1]?.from, until),
      value,
    };
    return during.until === undefined || during.from < during.until ? [during] : [];
  });
}

function earlier(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
