import type { ActorId, Authored, Fold, Period, Target } from '@pm/kernel';
import type { AnnotationEvent } from '../annotations/annotation.events.js';
import type { KpiDefinition, KpiEvent } from './kpi.events.js';

/** A KPI as decisions need it. */
export interface Kpi {
  /** Absent until it is defined. */
  readonly definition?: KpiDefinition;
  readonly retired: boolean;
  readonly targets: ReadonlyMap<Period, Target>;
  /** By id, retracted ones too. */
  readonly annotations: ReadonlyMap<string, { readonly author?: ActorId; readonly retracted: boolean }>;
}

export const kpis: Fold<Kpi, Authored<KpiEvent | AnnotationEvent>> = {
  category: 'kpi',
  initial: { retired: false, targets: new Map(), annotations: new Map() },
  evolve: (kpi, event) => {
    switch (event.type) {
      case 'KpiDefined':
      case 'KpiRedefined':
        return { ...kpi, definition: definitionOf(event.data) };
      case 'KpiRetired':
        return { ...kpi, retired: true };
      case 'TargetSet':
      case 'TargetRevised':
        return { ...kpi, targets: new Map(kpi.targets).set(event.data.period, targetIn(event.data)) };
      case 'KpiAnnotated': {
        const annotation = { author: event.metadata?.actor, retracted: false };
        return { ...kpi, annotations: new Map(kpi.annotations).set(event.data.annotationId, annotation) };
      }
      case 'KpiAnnotationRetracted': {
        const { annotationId } = event.data;
        const annotation = { ...kpi.annotations.get(annotationId), retracted: true };
        return { ...kpi, annotations: new Map(kpi.annotations).set(annotationId, annotation) };
      }
    }
  },
};

/** A target's fields, picked one by one. */
export const targetIn = ({ value, upper }: Target): Target =>
  upper === undefined ? { value } : { value, upper };

/** The definition's fields, picked one by one, labels sorted and each once. */
export function definitionOf(from: KpiDefinition): KpiDefinition {
  const { name, unitId, goalId, direction, frequency, aggregation, unitOfMeasure, labels } = from;
  const sorted = [...new Set(labels)].sort();
  return { name, unitId, goalId, direction, frequency, aggregation, unitOfMeasure, labels: sorted };
}

export function sameDefinition(a: KpiDefinition, b: KpiDefinition): boolean {
  return (
    a.name === b.name &&
    a.unitId === b.unitId &&
    a.goalId === b.goalId &&
    a.direction === b.direction &&
    a.frequency === b.frequency &&
    a.aggregation === b.aggregation &&
    a.unitOfMeasure === b.unitOfMeasure &&
    a.labels.join('\n') === b.labels.join('\n')
  );
}
