import type { ActorId, Authored, DecimalText, FiscalYear, Fold, Instant, Period } from '@pm/kernel';
import type { MeasurementsEvent } from './measurements.events.js';

/** What a measurement is recognised by within its KPI. */
export interface NaturalKey {
  readonly period: Period;
  readonly source: string;
}

/** A value that stands. */
export interface Standing {
  readonly value: DecimalText;
  readonly year: FiscalYear;
  readonly effectiveAt: Instant;
  /** Who said so last. */
  readonly author?: ActorId;
}

/** What stands of one slice of a KPI's time. */
export type Measurements = ReadonlyMap<string, Standing>;

export const keyOf = ({ period, source }: NaturalKey): string => `${period} ${source}`;

/** Streams `measurements-<kpiId>.<slice>`, so that none grows long. */
export const measurements: Fold<Measurements, Authored<MeasurementsEvent>> = {
  category: 'measurements',
  initial: new Map(),
  evolve: (state, event) => {
    switch (event.type) {
      case 'MeasurementRecorded':
      case 'MeasurementCorrected': {
        const { value, year } = event.data;
        const author = event.metadata?.actor;
        return new Map(state).set(keyOf(event.data), {
          value,
          year,
          effectiveAt: event.effectiveAt!,
          author,
        });
      }
      case 'MeasurementRetracted': {
        const others = new Map(state);
        others.delete(keyOf(event.data));
        return others;
      }
    }
  },
};
