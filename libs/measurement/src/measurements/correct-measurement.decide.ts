import {
  equal,
  type KpiDirection,
  neverValid,
  type Period,
  unknown,
  type Decide,
  type DecimalText,
  type KpiId,
} from '@pm/kernel';
import { type Amending, frozenRefusal, refusalToAmend, type Unfreezing } from '../amending.decide.js';
import type { MeasurementsEvent } from './measurements.events.js';
import { keyOf, type Measurements, type NaturalKey } from './measurements.state.js';
import { valueRefusal } from './value-refusal.decide.js';

export interface CorrectMeasurementFacts extends NaturalKey, Amending, Unfreezing {
  readonly kpiId: KpiId;
  readonly value: DecimalText;
  /** The frozen period that it is of, where it is of one. */
  readonly frozen?: Period;
  /** Of the KPI, as it is defined now. */
  readonly direction?: KpiDirection;
  /** The period that the new value is said to be of, where that is said. */
  readonly statedPeriod?: string;
}

/**
 * Another value for what stands, with the reason; the one before stays in the log. A retired KPI takes nothing new, but
 * what it holds can still be set right.
 */
export const correctMeasurement: Decide<CorrectMeasurementFacts, Measurements, MeasurementsEvent> = (
  facts,
  state,
) => {
  const { kpiId, period, source, value, direction, statedPeriod } = facts;
  const standing = state.get(keyOf(facts));
  if (!standing) return measurementUnknown(facts);
  const refusal =
    refusalToAmend(facts, standing.author) ??
    frozenRefusal(facts.frozen, facts) ??
    valueRefusal(direction, value);
  if (refusal) return refusal;
  if (statedPeriod !== undefined && statedPeriod !== period) {
    const advice = 'A correction keeps its period: retract the value and record it anew for the other one.';
    return neverValid('correction-moves-period', advice, { kpiId, period });
  }
  const { value: was, year, effectiveAt } = standing;
  if (equal(was, value)) return [];
  const data = { kpiId, period, year, source, value, was };
  return [{ type: 'MeasurementCorrected', data, effectiveAt }];
};

export const measurementUnknown = ({ kpiId, period }: { kpiId: KpiId } & NaturalKey) =>
  unknown('measurement-unknown', 'No value stands for this KPI, period and source; record one.', {
    kpiId,
    period,
  });
