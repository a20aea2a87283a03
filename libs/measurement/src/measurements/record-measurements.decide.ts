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
import { keyOf, measurements, type Measurements, type Standing } from './measurements.state.js';
import { valueRefusal } from './value-refusal.decide.js';

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
  const { direction } = kpi.definition;
  for (const { value } of readings) {
    const refusal = valueRefusal(direction, value);
    if (refusal) return refusal;
  }
  const events: MeasurementsEvent[] = [];
  let state = start;
  for (const reading of readings) {
    for (const event of decided(kpiId, reading, state.get(keyOf(reading)))) {
      events.push(event);
      state = measurements.evolve(state, event);
    }
  }
  return events;
};

/** A correction is true when the value that it corrects was: one that moves the date is a retraction and a new record. */
function decided(kpiId: KpiId, reading: Reading, standing: Standing | undefined): MeasurementsEvent[] {
  const { period, year, source, value, note, effectiveAt } = reading;
  const data = { kpiId, period, source, value, note };
  if (!standing) return [{ type: 'MeasurementRecorded', data: { ...data, year }, effectiveAt }];
  const { value: was, year: of, effectiveAt: since } = standing;
  if (equal(was, value)) return [];
  return [{ type: 'MeasurementCorrected', data: { ...data, year: of, was }, effectiveAt: since }];
}
