import type { ActorId } from '@pm/kernel';
import { decision, saidBy } from '@pm/kernel/testing';
import { corrected, decimal, kpiId, period, recorded, retracted } from '../testing/measurement.examples.js';
import { correctMeasurement, type CorrectMeasurementFacts } from './correct-measurement.decide.js';
import { measurements } from './measurements.state.js';

const { given } = decision(measurements, correctMeasurement);

const march = (value: string) => saidBy('ada', recorded('2026-03', value));
const to = (value: string, change: Partial<CorrectMeasurementFacts> = {}): CorrectMeasurementFacts => ({
  kpiId,
  period: period('2026-03'),
  source: 'crm',
  value: decimal(value),
  actor: 'ada' as ActorId,
  reason: 'counted test accounts',
  mayCorrectOthers: false,
  mayAmendFrozen: false,
  ...change,
});
const bob = 'bob' as ActorId;

describe('Correct a measurement', () => {
  it('says what holds and what was said before, true at the same time as that', () =>
    given(march('2.4'))
      .when(to('2.6'))
      .gives(corrected('2026-03', '2.4', '2.6')));

  it('refuses what is of a frozen period, but from those who may', () => {
    const frozen = { frozen: period('FY2026') };
    given(march('2.4')).when(to('2.6', frozen)).refuses('period-frozen');
    given(march('2.4'))
      .when(to('2.6', { ...frozen, mayAmendFrozen: true }))
      .gives(corrected('2026-03', '2.4', '2.6'));
  });

  it('refuses a value that a milestone cannot have', () =>
    given(march('1'))
      .when(to('0.5', { direction: 'milestone' }))
      .refuses('milestone-value'));

  it('keeps the fiscal year that the value counts towards, whatever the calendar says now', () =>
    given(saidBy('ada', recorded('2026-03', '2.4', { year: 'FY2027' })))
      .when(to('2.6'))
      .gives(corrected('2026-03', '2.4', '2.6', { year: 'FY2027' })));

  it('replaces the last correction, not the first value', () =>
    given(march('2.4'), saidBy('ada', corrected('2026-03', '2.4', '2.6')))
      .when(to('2.4'))
      .gives(corrected('2026-03', '2.6', '2.4')));

  it('records nothing for the same value, however it is written', () =>
    given(march('2.4')).when(to('2.40')).gives());

  it.each([undefined, '', '  \n'])('is refused without a reason: %j', (reason) =>
    given(march('2.4')).when(to('2.6', { reason })).refuses('reason-required'),
  );

  it('is refused where nothing stands: no value, another source, another period, a retracted value', () => {
    given().when(to('2.6')).refuses('measurement-unknown');
    given(saidBy('ada', recorded('2026-03', '2.4', { source: 'survey' })))
      .when(to('2.6'))
      .refuses('measurement-unknown');
    given(saidBy('ada', recorded('2026-02', '2.4')))
      .when(to('2.6'))
      .refuses('measurement-unknown');
    given(march('2.4'), retracted('2026-03', '2.4')).when(to('2.6')).refuses('measurement-unknown');
  });

  it('never moves a value to another period: that is a retraction and a new record', () => {
    given(march('2.4'))
      .when(to('2.4', { statedPeriod: '2026-02' }))
      .refuses('correction-moves-period');
    given(march('2.4'))
      .when(to('2.6', { statedPeriod: '2026-03' }))
      .gives(corrected('2026-03', '2.4', '2.6'));
  });

  it('is refused to whoever did not say it, unless they may correct what others said', () => {
    given(march('2.4'))
      .when(to('2.6', { actor: bob }))
      .refuses('not-the-author');
    given(march('2.4'))
      .when(to('2.6', { actor: bob, mayCorrectOthers: true }))
      .gives(corrected('2026-03', '2.4', '2.6'));
  });

  it('is for whoever said it last: who was corrected does not correct back', () => {
    const byBob = saidBy('bob', corrected('2026-03', '2.4', '2.6'));
    given(march('2.4'), byBob).when(to('2.4')).refuses('not-the-author');
    given(march('2.4'), byBob)
      .when(to('2.5', { actor: bob }))
      .gives(corrected('2026-03', '2.6', '2.5'));
  });
});
