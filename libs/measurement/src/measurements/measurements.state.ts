import type { DecimalText, Fold, Period } from '@pm/kernel';
import type { MeasurementsEvent } from './measurements.events.js';

/** What a measurement is recognised by within its KPI. */
export interface NaturalKey {
  readonly period: Period;
  readonly source: string;
}

/** Values of one slice of a KPI's time. */
export type Measurements = ReadonlyMap<string, DecimalText>;

export const keyOf = ({ period, source }: NaturalKey): string => `${period} ${source}`;

/** Streams `measurements-<kpiId>.<slice>`, so that none grows long. */
export const measurements: Fold<Measurements, MeasurementsEvent> = {
  category: 'measurements',
  initial: new Map(),
  evolve: (state, event) => {
    switch (event.type) {
      case 'MeasurementRecorded':
      case 'MeasurementCorrected':
        return new Map(state).set(keyOf(event.data), event.data.value);
    }
  },
};
