import { Rejection, type Decide, type DecimalText, type Period } from '@pm/kernel';
import { defineKpi, redefineKpi, type DefineKpiFacts } from './define-kpi.decide.js';
import type { KpiEvent } from './kpi.events.js';
import { type Kpi, kpis } from './kpi.state.js';
import { setTarget } from './set-target.decide.js';

export interface ImportKpiFacts extends DefineKpiFacts {
  readonly targets: readonly { readonly period: Period; readonly value: DecimalText }[];
}

/** Defines or redefines a KPI with its targets; what is known already is nothing new. */
export const importKpi: Decide<ImportKpiFacts, Kpi, KpiEvent> = (facts, kpi) => {
  const definition = kpi.definition ? redefineKpi(facts, kpi) : defineKpi(facts, kpi);
  if (definition instanceof Rejection) return definition;
  const events = [...definition];
  for (const target of facts.targets) {
    const state = events.reduce((known, event) => kpis.evolve(known, event), kpi);
    const decided = setTarget({ kpiId: facts.kpiId, ...target }, state);
    if (decided instanceof Rejection) return decided;
    events.push(...decided);
  }
  return events;
};
