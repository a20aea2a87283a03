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
import { frozenRefusal, type Unfreezing } from '../amending.decide.js';
import type { KpiEvent } from './kpi.events.js';
import { type Kpi, targetIn } from './kpi.state.js';

/** A target of a period. */
export interface TargetOfPeriod extends Target {
  readonly period: Period;
  /** The frozen period that it is of, where it is of one. */
  readonly frozen?: Period;
}

export interface SetTargetFacts extends TargetOfPeriod, Unfreezing {
  readonly kpiId: KpiId;
}

/**
 * The same target again is nothing new; another one for the same period revises it and names what it was. Rule 5: a range
 * has two bounds, a milestone is reached at 1. What a closed period was measured against stands as its values do.
 */
export const setTarget: Decide<SetTargetFacts, Kpi, KpiEvent> = (facts, kpi) => {
  const { kpiId, period } = facts;
  if (!kpi.definition) return unknown('kpi-unknown', 'There is no such KPI.', { kpiId });
  if (kpi.retired) return reject('kpi-retired', 'The KPI is retired and takes no more targets.', { kpiId });
  const refusal = targetRefusal(kpi.definition.direction, facts);
  if (refusal) return refusal;
  const [target, standing] = [targetIn(facts), kpi.targets.get(period)];
  if (standing && sameTarget(standing, target)) return [];
  const frozen = frozenRefusal(facts.frozen, facts);
  if (frozen) return frozen;
  if (!standing) return [{ type: 'TargetSet', data: { kpiId, period, ...target } }];
  const { value: was, upper: wasUpper } = standing;
  const revised = { kpiId, period, ...target, was, ...(wasUpper !== undefined && { wasUpper }) };
  return [{ type: 'TargetRevised', data: revised }];
};

function sameTarget(a: Target, b: Target): boolean {
  if (a.upper === undefined || b.upper === undefined) return a.upper === b.upper && equal(a.value, b.value);
  return equal(a.value, b.value) && equal(a.upper, b.upper);
}
