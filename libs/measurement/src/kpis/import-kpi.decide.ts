import { Rejection, type Decide } from '@pm/kernel';
import type { Unfreezing } from '../amending.decide.js';
import { defineKpi, redefineKpi, type DefineKpiFacts } from './define-kpi.decide.js';
import type { KpiEvent } from './kpi.events.js';
import { type Kpi, kpis } from './kpi.state.js';
import { setTarget, type TargetOfPeriod } from './set-target.decide.js';

export interface ImportKpiFacts extends DefineKpiFacts, Unfreezing {
  readonly targets: readonly TargetOfPeriod[];
}

/** Defines or redefines a KPI with its targets; what is known already is nothing new. */
export const importKpi: Decide<ImportKpiFacts, Kpi, KpiEvent> = (facts, kpi) => {
  const definition = kpi.definition ? redefineKpi(facts, kpi) : defineKpi(facts, kpi);
  if (definition instanceof Rejection) return definition;
  const { kpiId, reason, mayAmendFrozen } = facts;
  const events = [...definition];
  for (const target of facts.targets) {
    const state = events.reduce((known, event) => kpis.evolve(known, event), kpi);
    const decided = setTarget({ kpiId, reason, mayAmendFrozen, ...target }, state);
    if (decided instanceof Rejection) return decided;
    events.push(...decided);
  }
  return events;
};
