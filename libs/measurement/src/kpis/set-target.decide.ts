import { equal, reject, unknown, type Decide, type DecimalText, type KpiId, type Period } from '@pm/kernel';
import type { KpiEvent } from './kpi.events.js';
import type { Kpi } from './kpi.state.js';

export interface SetTargetFacts {
  readonly kpiId: KpiId;
  readonly period: Period;
  readonly value: DecimalText;
}

/** The same target again is nothing new; another one for the same period revises it and names what it was. */
export const setTarget: Decide<SetTargetFacts, Kpi, KpiEvent> = ({ kpiId, period, value }, kpi) => {
  if (!kpi.definition) return unknown('kpi-unknown', 'There is no such KPI.', { kpiId });
  if (kpi.retired) return reject('kpi-retired', 'The KPI is retired and takes no more targets.', { kpiId });
  const was = kpi.targets.get(period);
  if (was === undefined) return [{ type: 'TargetSet', data: { kpiId, period, value } }];
  return equal(was, value) ? [] : [{ type: 'TargetRevised', data: { kpiId, period, value, was } }];
};
