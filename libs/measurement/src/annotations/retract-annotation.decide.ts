import { unknown, type Decide, type KpiId } from '@pm/kernel';
import { type Amending, refusalToAmend } from '../amending.decide.js';
import type { Kpi } from '../kpis/kpi.state.js';
import type { AnnotationEvent } from './annotation.events.js';

export interface RetractAnnotationFacts extends Amending {
  readonly kpiId: KpiId;
  readonly annotationId: string;
}

/** Takes an annotation back, with the reason; its text stays readable. */
export const retractAnnotation: Decide<RetractAnnotationFacts, Kpi, AnnotationEvent> = (facts, kpi) => {
  const { kpiId, annotationId } = facts;
  const annotation = kpi.annotations.get(annotationId);
  if (!annotation || annotation.retracted)
    return unknown('annotation-unknown', 'No such annotation stands.', { kpiId, annotationId });
  const refusal = refusalToAmend(facts, annotation.author);
  return refusal ?? [{ type: 'KpiAnnotationRetracted', data: { kpiId, annotationId } }];
};
