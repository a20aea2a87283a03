import { isLocalDate, neverValid, reject, unknown, type Decide, type KpiId } from '@pm/kernel';
import type { Kpi } from '../kpis/kpi.state.js';
import type { AnnotationEvent } from './annotation.events.js';

export interface AnnotateKpiFacts {
  readonly kpiId: KpiId;
  readonly annotationId: string;
  readonly at: string;
  readonly text: string;
}

/** As many as one page of a list can show. */
export const ANNOTATIONS_MAX = 1000;

/** Explains a day of a KPI's course, also of a retired one: its past may still need it. */
export const annotateKpi: Decide<AnnotateKpiFacts, Kpi, AnnotationEvent> = (facts, kpi) => {
  const { kpiId, annotationId, at, text } = facts;
  if (!kpi.definition) return unknown('kpi-unknown', 'There is no such KPI.', { kpiId });
  if (!isLocalDate(at)) return neverValid('day-unknown', 'Name a day of the calendar, such as 2026-07-01.');
  if (kpi.annotations.has(annotationId)) return [];
  if (kpi.annotations.size >= ANNOTATIONS_MAX)
    return reject('annotations-full', `A KPI takes at most ${ANNOTATIONS_MAX} annotations.`, { kpiId });
  return [{ type: 'KpiAnnotated', data: { kpiId, annotationId, at, text } }];
};
