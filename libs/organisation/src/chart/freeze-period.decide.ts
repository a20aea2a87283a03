import {
  neverValid,
  reasonRefusal,
  reject,
  type Decide,
  type LocalDate,
  type Period,
  type Span,
} from '@pm/kernel';
import type { ChartEvent } from './chart.events.js';
import type { Chart } from './chart.state.js';

export interface FreezePeriodFacts {
  readonly period: Period;
  /** By the calendar in force; undefined where the text names no period. */
  readonly span: Span | undefined;
  readonly today: LocalDate;
  readonly reason?: string;
}

/**
 * What ended is frozen: its days are kept with it, so that another calendar does not move them. A period may lie within
 * one that is frozen already.
 */
export const freezePeriod: Decide<FreezePeriodFacts, Chart, ChartEvent> = (facts, { frozen }) => {
  const { period, span, today, reason } = facts;
  if (!span)
    return neverValid(
      'period-unknown',
      'Name a period as FY2023, FY2023-Q1, 2023-03, 2023-W12 or 2023-03-05.',
    );
  const unreasoned = reasonRefusal(reason);
  if (unreasoned) return unreasoned;
  if (span.to >= today) return reject('period-not-over', 'Freeze a period once it is over.', { period });
  if (frozen.some((known) => known.period === period)) return [];
  return [{ type: 'PeriodFrozen', data: { period, from: span.from, to: span.to } }];
};

/** For what was frozen too soon; that it was stays in the log. */
export const releasePeriod: Decide<Pick<FreezePeriodFacts, 'period' | 'reason'>, Chart, ChartEvent> = (
  { period, reason },
  { frozen },
) => {
  const unreasoned = reasonRefusal(reason);
  if (unreasoned) return unreasoned;
  if (!frozen.some((known) => known.period === period))
    return reject('period-not-frozen', 'This period is not frozen.', { period });
  return [{ type: 'PeriodReleased', data: { period } }];
};
