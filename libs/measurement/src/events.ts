import { declareEvents } from '@pm/kernel';
import type { AnnotationEvent } from './annotations/annotation.events.js';
import type { KpiEvent } from './kpis/kpi.events.js';
import type { MeasurementsEvent } from './measurements/measurements.events.js';

export type * from './annotations/annotation.events.js';
export type * from './kpis/kpi.events.js';
export type * from './measurements/measurements.events.js';
export * from './scorecard/kpi-series.state.js';
export { kpiSeries, ofKpis } from './scorecard/kpi-series.view.js';

export const measurementEvents = declareEvents<KpiEvent | AnnotationEvent | MeasurementsEvent>()(
  'measurement',
  {
    KpiDefined: { schemaVersion: 1 },
    KpiRedefined: { schemaVersion: 1 },
    KpiRetired: { schemaVersion: 1 },
    TargetSet: { schemaVersion: 1 },
    TargetRevised: { schemaVersion: 1 },
    KpiAnnotated: { schemaVersion: 1, personal: { text: 'actor' } },
    KpiAnnotationRetracted: { schemaVersion: 1 },
    MeasurementRecorded: { schemaVersion: 1, personal: { note: 'actor' } },
    MeasurementCorrected: { schemaVersion: 1, personal: { note: 'actor' } },
    MeasurementRetracted: { schemaVersion: 1 },
  },
);
