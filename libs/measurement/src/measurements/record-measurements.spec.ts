import type { ActorId, FiscalYear, Instant } from '@pm/kernel';
import { decision, saidBy } from '@pm/kernel/testing';
import { kpis } from '../kpis/kpi.state.js';
import type { KpiEvent } from '../kpis/kpi.events.js';
import {
  corrected,
  decimal,
  defined,
  kpiId,
  period,
  recorded,
  retired,
} from '../testing/measurement.examples.js';
import { measurements } from './measurements.state.js';
import {
  type Reading,
  recordMeasurements,
  type RecordMeasurementsFacts,
} from './record-measurements.decide.js';

const { given } = decision(measurements, recordMeasurements);

const now = '2026-04-10T08:00:00.000Z' as Instant;
const after = (...events: KpiEvent[]) => events.reduce((kpi, event) => kpis.evolve(kpi, event), kpis.initial);
const reading = (name: string, value: string, change: Partial<Reading> = {}): Reading => ({
  period: period(name),
  year: 'FY2026' as FiscalYear,
  effectiveAt: `${name}-28T23:59:59.999Z` as Instant,
  value: decimal(value),
  source: 'crm',
  ...change,
});
const values = (...readings: Reading[]): RecordMeasurementsFacts => ({
  kpiId,
  kpi: after(defined()),
  readings,
  now,
  actor: 'ada' as ActorId,
  mayCorrectOthers: false,
  mayAmendFrozen: false,
});

describe('Record measurements', () => {
  it('keeps the value, its period, when it was true and who measured it', () =>
    given()
      .when(values(reading('2026-03', '2.4')))
      .gives(march('2.4')));

  it('keeps a note with it', () =>
    given()
      .when(values(reading('2026-03', '2.4', { note: 'without test accounts' })))
      .gives(recorded('2026-03', '2.4', { note: 'without test accounts' })));

  it('refuses a value that a milestone cannot have', () => {
    const milestone = after(defined({ direction: 'milestone', aggregation: 'last' }));
    const asked = (value: string) => ({ ...values(reading('2026-03', value)), kpi: milestone });
    given().when(asked('1')).gives(march('1'));
    given().when(asked('0.5')).refuses('milestone-value');
  });

  it('records nothing for the same value again, however it is written', () => {
    given(march('2.4'))
      .when(values(reading('2026-03', '2.4')))
      .gives();
    given(march('2.4'))
      .when(values(reading('2026-03', '2.40')))
      .gives();
    given(march('0'))
      .when(values(reading('2026-03', '-0')))
      .gives();
  });

  it('makes another value of the same period and source a correction, which names what it was', () =>
    given(march('2.4'))
      .when(values(reading('2026-03', '2.6')))
      .gives(corrected('2026-03', '2.4', '2.6')));

  it('corrects the last correction, also back to the first value', () =>
    given(march('2.4'), corrected('2026-03', '2.4', '2.6'))
      .when(values(reading('2026-03', '2.4')))
      .gives(corrected('2026-03', '2.6', '2.4')));

  it('makes a correction true when the value was that it corrects, whenever the new one was measured', () =>
    given(march('2.4'))
      .when(values(reading('2026-03', '2.6', { effectiveAt: '2026-03-09T12:00:00.000Z' as Instant })))
      .gives(corrected('2026-03', '2.4', '2.6')));

  describe('of what somebody else said', () => {
    const stood = given(saidBy('bob', recorded('2026-03', '2.4')));
    const other = values(reading('2026-03', '2.6'));

    it('needs a reason and the right to correct others, as a correction does', () => {
      stood.when(other).refuses('reason-required');
      stood.when({ ...other, reason: 'counted test accounts' }).refuses('not-the-author');
      stood
        .when({ ...other, reason: 'counted test accounts', mayCorrectOthers: true })
        .gives(corrected('2026-03', '2.4', '2.6'));
    });

    it('needs neither where it says the same', () => stood.when(values(reading('2026-03', '2.40'))).gives());

    it('needs neither of oneself', () =>
      given(saidBy('ada', march('2.4')))
        .when(other)
        .gives(corrected('2026-03', '2.4', '2.6')));
  });

  describe('of a frozen period', () => {
    const frozen = { frozen: period('FY2026') };
    const late = values(reading('2026-03', '2.6', frozen));

    it('are refused, new ones and others', () => {
      given().when(late).refuses('period-frozen');
      given(march('2.4')).when(late).refuses('period-frozen');
    });

    it('are nothing new where they stand', () => given(march('2.6')).when(late).gives());

    it('are taken from those who may, with a reason', () => {
      const keeper = { ...late, mayAmendFrozen: true };
      given().when(keeper).refuses('reason-required');
      given()
        .when({ ...keeper, reason: 'the auditors found it' })
        .gives(march('2.6'));
    });
  });

  it('takes another source of the same period as another measurement', () =>
    given(march('2.4'))
      .when(values(reading('2026-03', '2.6', { source: 'survey' })))
      .gives(recorded('2026-03', '2.6', { source: 'survey' })));

  it('takes many at once, in their order, and only what is new of them', () =>
    given(march('2.4'))
      .when(values(reading('2026-02', '2'), reading('2026-03', '2.4'), reading('2026-01', '3')))
      .gives(recorded('2026-02', '2'), recorded('2026-01', '3')));

  it('takes the second of two values of one period as a correction of the first', () =>
    given()
      .when(values(reading('2026-03', '2.4'), reading('2026-03', '2.4'), reading('2026-03', '2.6')))
      .gives(march('2.4'), corrected('2026-03', '2.4', '2.6')));

  it('takes a value that is true as of now', () =>
    given()
      .when(values(reading('2026-04', '2.4', { effectiveAt: now })))
      .gives(recorded('2026-04', '2.4', { at: now })));

  it('refuses a value from the future, and all that come with it', () =>
    given()
      .when(values(reading('2026-03', '2.4'), reading('2026-04', '2.4')))
      .refuses('measured-in-future'));

  it('refuses a retired KPI', () =>
    given()
      .when({ ...values(reading('2026-03', '2.4')), kpi: after(defined(), retired) })
      .refuses('kpi-retired'));

  it('refuses a KPI that does not exist', () =>
    given()
      .when({ ...values(reading('2026-03', '2.4')), kpi: kpis.initial })
      .refuses('kpi-unknown'));
});

const march = (value: string) => recorded('2026-03', value);
