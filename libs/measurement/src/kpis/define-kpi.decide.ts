import { neverValid, reject, unknown, type Decide, type KpiId } from '@pm/kernel';
import type { KpiDefinition, KpiEvent } from './kpi.events.js';
import { definitionOf, sameDefinition, type Kpi } from './kpi.state.js';

export interface DefineKpiFacts {
  readonly kpiId: KpiId;
  readonly number?: string;
  readonly definition: KpiDefinition;
  /** Of the unit that it is about. */
  readonly unitStanding: 'open' | 'closed' | 'unknown';
}

/** A number names one KPI for ever: its stream is found by it. */
export const defineKpi: Decide<DefineKpiFacts, Kpi, KpiEvent> = (facts, kpi) => {
  if (kpi.definition)
    return reject('kpi-exists', 'There is a KPI with this number already.', { kpiId: facts.kpiId });
  const refusal = milestoneRefusal(facts) ?? unitRefusal(facts);
  if (refusal) return refusal;
  const { kpiId, number, definition } = facts;
  return [{ type: 'KpiDefined', data: { kpiId, number, ...definitionOf(definition) } }];
};

/** A definition that says the same is nothing new. */
export const redefineKpi: Decide<DefineKpiFacts, Kpi, KpiEvent> = (facts, kpi) => {
  const { kpiId } = facts;
  if (!kpi.definition) return unknown('kpi-unknown', 'There is no such KPI.', { kpiId });
  if (kpi.retired) return reject('kpi-retired', 'The KPI is retired; define a new one.', { kpiId });
  const definition = definitionOf(facts.definition);
  if (sameDefinition(kpi.definition, definition)) return [];
  const refusal = milestoneRefusal(facts) ?? unitRefusal(facts);
  return refusal ?? [{ type: 'KpiRedefined', data: { kpiId, ...definition } }];
};

/** Reached or not does not add up, and half a milestone is none. */
function milestoneRefusal({ definition: { direction, aggregation } }: DefineKpiFacts) {
  if (direction !== 'milestone' || (aggregation !== 'sum' && aggregation !== 'mean')) return undefined;
  return neverValid(
    'milestone-aggregation',
    'Of a milestone take the last value, the least or the greatest.',
  );
}

function unitRefusal({ unitStanding, definition: { unitId } }: DefineKpiFacts) {
  switch (unitStanding) {
    case 'open':
      return undefined;
    case 'closed':
      return reject('unit-closed', 'The unit is closed; choose an open one.', { unitId });
    case 'unknown':
      return unknown('unit-unknown', 'There is no such unit.', { unitId });
  }
}
