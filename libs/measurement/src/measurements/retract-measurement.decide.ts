import type { Decide, KpiId, Period } from '@pm/kernel';
import { type Amending, frozenRefusal, refusalToAmend, type Unfreezing } from '../amending.decide.js';
import { measurementUnknown } from './correct-measurement.decide.js';
import type { MeasurementsEvent } from './measurements.events.js';
import { keyOf, type Measurements, type NaturalKey } from './measurements.state.js';

export interface RetractMeasurementFacts extends NaturalKey, Amending, Unfreezing {
  readonly kpiId: KpiId;
  /** The frozen period that it is of, where it is of one. */
  readonly frozen?: Period;
}

/**
 * Takes a value back, with the reason; it stays in the log, and the same period and source may be recorded anew. A value
 * of another source that measured the period stands again.
 */
export const retractMeasurement: Decide<RetractMeasurementFacts, Measurements, MeasurementsEvent> = (
  facts,
  state,
) => {
  const { kpiId, period, source } = facts;
  const standing = state.get(keyOf(facts));
  if (!standing) return measurementUnknown(facts);
  const refusal = refusalToAmend(facts, standing.author) ?? frozenRefusal(facts.frozen, facts);
  if (refusal) return refusal;
  const { value: was, year, effectiveAt } = standing;
  return [{ type: 'MeasurementRetracted', data: { kpiId, period, year, source, was }, effectiveAt }];
};
