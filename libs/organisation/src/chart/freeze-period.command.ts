import { command } from '@pm/eventing/commands';
import { localDate, type Period, spanOf } from '@pm/kernel';
import { Length } from 'class-validator';
import { chart, CHART_ID } from './chart.state.js';
import { freezePeriod, releasePeriod } from './freeze-period.decide.js';

export class FreezePeriodInput {
  /** Why; kept with the freeze. @example "The accounts of the year are closed." */
  @Length(1, 1000)
  reason: string;
}

interface OfPeriod {
  readonly period: Period;
}

const onChart = { fold: chart, id: () => CHART_ID };

export const freezePeriodCommand = command('FreezePeriod', {
  ...onChart,
  facts: async ({ period }: OfPeriod, { read, now, by: { reason } }) => {
    const { calendar } = await read(chart, CHART_ID);
    return { period, span: spanOf(period, calendar), today: localDate(now, calendar.timeZone), reason };
  },
  decide: freezePeriod,
});

export const releasePeriodCommand = command('ReleasePeriod', {
  ...onChart,
  facts: ({ period }: OfPeriod, { by: { reason } }) => ({ period, reason }),
  decide: releasePeriod,
});
