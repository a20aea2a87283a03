import {
  equal,
  reject,
  targetRefusal,
  unknown,
  type Decide,
  type KpiId,
  type Period,
  type Target,
} from '@pm/kernel';
import type { KpiEvent } from './kpi.events.js';
import { type Kpi, targetIn } from './kpi.state.js';

export interface SetTargetFacts extends Target {
  readonly kpiId: KpiId;
  readonly period: Period;
}

/**
 * The same target again is nothing new; another one for the same period revises it and names what it was. Rule 5: a range
 * has two bounds, a milestone is reached at 1.
 */
export const setTarget: Decide<SetTargetFacts, Kpi, KpiEvent> = (facts, kpi) => {
  const { kpiId, period } = facts;
  if (!kpi.definition) return unknown('kpi-unknown', 'There is no such KPI.', { kpiId });
  if (kpi.retired) return reject('kpi-retired', 'The KPI is retired and takes no more targets.', { kpiId });
  const refusal = targetRefusal(kpi.definition.direction, facts);
  if (refusal) return refusal;
  const [target, standing] = [targetIn(facts), kpi.targets.get(period)];
  if (!standing) return [{ type: 'TargetSet', data: { kpiId, period, ...target } }];
  if (sameTarget(standing, target)) return [];
  const { value: was, upper: wasUpper } = standing;
  const revised = { kpiId, period, ...target, was, ...(wasUpper !== undefined && { wasUpper }) };
  return [{ type: 'TargetRevised', data: revised }];
};

function sameTarget(a: Target, b: Target): boolean {
  if (a.upper === undefined || b.upper === undefined) return a.upper === b.upper && equal(a.value, b.value);
  return equal(a.value, b.value) && equal(a.upper, b.upper);
}
