import type { View } from '@pm/kernel';
import {
  addSlices,
  evolveSeries,
  partOfValues,
  type SeriesEvent,
  seriesKey,
  type SeriesNode,
  type SeriesSum,
} from './kpi-series.state.js';

/** Of the documents of such a view, those that are KPIs. */
export const ofKpis = (where: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  ...where,
  node: 'kpi',
});

/** KPIs and the slices of their time, added up: as it is folded for a moment of the past, and a part of what is stored. */
export const kpiSeries = {
  name: 'kpi-series',
  revision: 1,
  handles: [
    'KpiDefined',
    'KpiRedefined',
    'KpiRetired',
    'TargetSet',
    'TargetRevised',
    'MeasurementRecorded',
    'MeasurementCorrected',
    'MeasurementRetracted',
  ],
  indexes: ['node', 'unitId', 'goalId', 'name', 'number', 'frequency'],
  key: seriesKey,
  toldOf: (event) => event.data.kpiId,
  evolve: evolveSeries,
  rollup: {
    above: (doc) => (doc.node === 'values' ? [doc.of] : []),
    part: (doc) => (doc.node === 'values' ? partOfValues(doc) : undefined),
    add: addSlices,
  },
} satisfies View<SeriesNode, SeriesEvent, SeriesSum>;
