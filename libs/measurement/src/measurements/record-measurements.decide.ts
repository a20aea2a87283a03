import {
  equal,
  reject,
  Rejection,
  unknown,
  type Decide,
  type DecimalText,
  type FiscalYear,
  type Instant,
  type KpiId,
  type Period,
} from '@pm/kernel';
import { type Amending, frozenRefusal, refusalToAmend, type Unfreezing } from '../amending.decide.js';
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
  /** The frozen period that it is of, where it is of one. */
  readonly frozen?: Period;
}

export interface RecordMeasurementsFacts extends Amending, Unfreezing {
  readonly kpiId: KpiId;
  readonly kpi: Kpi;
  /** All of one slice of the KPI's time. */
  readonly readings: readonly Reading[];
  readonly now: Instant;
}

/**
 * Rule 20: the same value again is nothing new, another value for the same period and source is a correction, which
 * names the value it replaces. What somebody else said is corrected with a reason, by those who may, as by any door.
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
    const event = decided(facts, reading, state.get(keyOf(reading)));
    if (event instanceof Rejection) return event;
    if (!event) continue;
    events.push(event);
    state = measurements.evolve(state, event);
  }
  return events;
};

/** A correction is true when the value that it corrects was: one that moves the date is a retraction and a new record. */
function decided(
  facts: RecordMeasurementsFacts,
  reading: Reading,
  standing: Standing | undefined,
): MeasurementsEvent | Rejection | undefined {
  const { period, year, source, value, note, effectiveAt, frozen } = reading;
  const data = { kpiId: facts.kpiId, period, source, value, note };
  const refusal = frozenRefusal(frozen, facts);
  if (!standing) return refusal ?? { type: 'MeasurementRecorded', data: { ...data, year }, effectiveAt };
  const { value: was, year: of, effectiveAt: since, author } = standing;
  if (equal(was, value)) return undefined;
  const isAnothers = author !== undefined && author !== facts.actor;
  const unfounded = isAnothers ? refusalToAmend(facts, author) : undefined;
  const corrected = { ...data, year: of, was };
  return refusal ?? unfounded ?? { type: 'MeasurementCorrected', data: corrected, effectiveAt: since };
}
