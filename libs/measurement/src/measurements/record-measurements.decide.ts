import {
  equal,
  reject,
  unknown,
  type Decide,
  type DecimalText,
  type FiscalYear,
  type Instant,
  type KpiId,
  type Period,
} from '@pm/kernel';
import type { Kpi } from '../kpis/kpi.state.js';
import type { MeasurementsEvent } from './measurements.events.js';
import { keyOf, measurements, type Measurements } from './measurements.state.js';

/** One value, with its time worked out. */
export interface Reading {
  readonly period: Period;
  readonly year: FiscalYear;
  readonly effectiveAt: Instant;
  readonly value: DecimalText;
  readonly source: string;
  readonly note?: string;
}

export interface RecordMeasurementsFacts {
  readonly kpiId: KpiId;
  readonly kpi: Kpi;
  /** All of one slice of the KPI's time. */
  readonly readings: readonly Reading[];
  readonly now: Instant;
}

/**
 * Rule 20: the same value again is nothing new, another value for the same period and source is a correction, which
 * names the value it replaces.
 */
export const recordMeasurements: Decide<RecordMeasurementsFacts, Measurements, MeasurementsEvent> = (
  facts,
  start,
) => {
  const { kpiId, kpi, readings, now } = facts;
  if (!kpi.definition) return unknown('kpi-unknown', 'There is no such KPI.', { kpiId });
  if (kpi.retired)
    return reject('kpi-retired', 'The KPI is retired and takes no more measurements.', { kpiId });
  const early = readings.find(({ effectiveAt }) => effectiveAt > now);
  if (early)
    return reject('measured-in-future', 'Record the value once it is true.', { period: early.period });
  const events: MeasurementsEvent[] = [];
  let state = start;
  for (const reading of readings) {
    for (const event of decided(kpiId, reading, state.get(keyOf(reading))?.value)) {
      events.push(event);
      state = measurements.evolve(state, event);
    }
  }
  return events;
};

function decided(kpiId: KpiId, reading: Reading, was: DecimalText | undefined): MeasurementsEvent[] {
  const { period, year, source, value, note, effectiveAt } = reading;
  const data = { kpiId, period, year, source, value, note };
  if (was === undefined) return [{ type: 'MeasurementRecorded', data, effectiveAt }];
  return equal(was, value) ? [] : [{ type: 'MeasurementCorrected', data: { ...data, was }, effectiveAt }];
}
