import type { Period, Span } from './period.js';

/** Days whose goals and values stand: changed by few, and never without a word why. */
export interface FrozenPeriod extends Span {
  readonly period: Period;
}

/** The frozen period that some days lie wholly within; undefined where there is none. */
export const freezeOf = (frozen: readonly FrozenPeriod[], days: Span): FrozenPeriod | undefined =>
  frozen.find(({ from, to }) => from <= days.from && days.to <= to);
