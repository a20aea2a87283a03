import type { LocalDate, Period } from '@pm/kernel';
import { decision } from '@pm/kernel/testing';
import type { ChartEvent } from './chart.events.js';
import { chart } from './chart.state.js';
import { freezePeriod, type FreezePeriodFacts, releasePeriod } from './freeze-period.decide.js';

const day = (date: string) => date as LocalDate;
const period = 'FY2025' as Period;
const frozen: ChartEvent = {
  type: 'PeriodFrozen',
  data: { period, from: day('2025-01-01'), to: day('2025-12-31') },
};
const released: ChartEvent = { type: 'PeriodReleased', data: { period } };
const asked: FreezePeriodFacts = {
  period,
  span: { from: day('2025-01-01'), to: day('2025-12-31') },
  today: day('2026-01-01'),
  reason: 'the accounts are closed',
};

describe('Freeze a period', () => {
  const { given } = decision(chart, freezePeriod);

  it('keeps its days, whatever calendar follows', () => given().when(asked).gives(frozen));

  it('records nothing for one that is frozen', () => given(frozen).when(asked).gives());

  it('takes one again that was released', () => given(frozen, released).when(asked).gives(frozen));

  it('refuses one that is not over', () =>
    given()
      .when({ ...asked, today: day('2025-12-31') })
      .refuses('period-not-over'));

  it('refuses what is no period', () =>
    given()
      .when({ ...asked, span: undefined })
      .refuses('period-unknown'));

  it.each([undefined, ' '])('refuses %j for a reason', (reason) =>
    given()
      .when({ ...asked, reason })
      .refuses('reason-required'),
  );
});

describe('Release a frozen period', () => {
  const { given } = decision(chart, releasePeriod);

  it('lets it be changed again', () => given(frozen).when(asked).gives(released));

  it('refuses one that is not frozen, or no more', () => {
    given().when(asked).refuses('period-not-frozen');
    given(frozen, released).when(asked).refuses('period-not-frozen');
  });

  it('refuses to do it without a reason', () =>
    given(frozen)
      .when({ ...asked, reason: '' })
      .refuses('reason-required'));
});
