import type { ActorId, FiscalYear, Instant } from '@pm/kernel';
import { decision, saidBy } from '@pm/kernel/testing';
import { kpis } from '../kpis/kpi.state.js';
import {
  corrected,
  decimal,
  defined,
  kpiId,
  period,
  recorded,
  retracted,
} from '../testing/measurement.examples.js';
import { measurements } from './measurements.state.js';
import { recordMeasurements } from './record-measurements.decide.js';
import { retractMeasurement, type RetractMeasurementFacts } from './retract-measurement.decide.js';

const { given } = decision(measurements, retractMeasurement);

const march = (value: string) => saidBy('ada', recorded('2026-03', value));
const retraction = (change: Partial<RetractMeasurementFacts> = {}): RetractMeasurementFacts => ({
  kpiId,
  period: period('2026-03'),
  source: 'crm',
  actor: 'ada' as ActorId,
  reason: 'measured another system',
  mayCorrectOthers: false,
  mayAmendFrozen: false,
  ...change,
});
const bob = 'bob' as ActorId;

describe('Retract a measurement', () => {
  it('names the value that it takes back, of the time at which that was held true', () =>
    given(march('2.4')).when(retraction()).gives(retracted('2026-03', '2.4')));

  it('refuses what is of a frozen period, but from those who may', () => {
    const frozen = { frozen: period('FY2026') };
    given(march('2.4')).when(retraction(frozen)).refuses('period-frozen');
    given(march('2.4'))
      .when(retraction({ ...frozen, mayAmendFrozen: true }))
      .gives(retracted('2026-03', '2.4'));
  });

  it('takes back what stands, which is the last correction', () =>
    given(march('2.4'), saidBy('ada', corrected('2026-03', '2.4', '2.6')))
      .when(retraction())
      .gives(retracted('2026-03', '2.6')));

  it('leaves what another source said', () =>
    given(march('2.4'), saidBy('bob', recorded('2026-03', '9', { source: 'survey' })))
      .when(retraction({ source: 'survey', actor: bob }))
      .gives(retracted('2026-03', '9', { source: 'survey' })));

  it.each([undefined, '', '  \n'])('is refused without a reason: %j', (reason) =>
    given(march('2.4')).when(retraction({ reason })).refuses('reason-required'),
  );

  it('is refused where nothing stands, so also the second time', () => {
    given().when(retraction()).refuses('measurement-unknown');
    given(march('2.4'))
      .when(retraction({ source: 'survey' }))
      .refuses('measurement-unknown');
    given(march('2.4'), retracted('2026-03', '2.4')).when(retraction()).refuses('measurement-unknown');
  });

  it('is refused to whoever did not say it, unless they may correct what others said', () => {
    given(march('2.4'))
      .when(retraction({ actor: bob }))
      .refuses('not-the-author');
    given(march('2.4'))
      .when(retraction({ actor: bob, mayCorrectOthers: true }))
      .gives(retracted('2026-03', '2.4'));
  });

  it('leaves room for the same period and source: the next value is a new record, no correction', () => {
    const reading = {
      period: period('2026-03'),
      year: 'FY2026' as FiscalYear,
      effectiveAt: '2026-03-28T23:59:59.999Z' as Instant,
      value: decimal('2.4'),
      source: 'crm',
    };
    const facts = {
      kpiId,
      kpi: kpis.evolve(kpis.initial, defined()),
      readings: [reading],
      now: '2026-04-10T08:00:00.000Z' as Instant,
      actor: 'ada' as ActorId,
      mayCorrectOthers: false,
      mayAmendFrozen: false,
    };
    decision(measurements, recordMeasurements)
      .given(march('2.4'), retracted('2026-03', '2.4'))
      .when(facts)
      .gives(recorded('2026-03', '2.4'));
  });
});
