import { unknown, type Decide, type KpiId } from '@pm/kernel';
import type { KpiEvent } from './kpi.events.js';
import type { Kpi } from './kpi.state.js';

/** A retired KPI keeps its history and takes nothing new. */
export const retireKpi: Decide<{ readonly kpiId: KpiId }, Kpi, KpiEvent> = ({ kpiId }, kpi) => {
  if (!kpi.definition) return unknown('kpi-unknown', 'There is no such KPI.', { kpiId });
  return kpi.retired ? [] : [{ type: 'KpiRetired', data: { kpiId } }];
};
