import { command } from '@pm/eventing/commands';
import type { KpiId } from '@pm/kernel';
import { Length, Matches } from 'class-validator';
import { kpis } from '../kpis/kpi.state.js';
import { limitRefusal } from '../limits.command.js';
import { annotateKpi } from './annotate-kpi.decide.js';
import { retractAnnotation } from './retract-annotation.decide.js';

export class AnnotateKpiInput {
  /** The day that it explains. @example "2026-03-01" */
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'at must be a day such as 2026-03-01' })
  at: string;

  /** What happened. @example "The form was moved online" */
  @Length(1, 1000)
  @Matches(/\S/, { message: 'text must not be blank' })
  text: string;
}

export class RetractAnnotationInput {
  /** Why; stays beside the annotation. */
  @Length(1, 1000)
  reason: string;
}

export const annotateKpiCommand = command('AnnotateKpi', {
  fold: kpis,
  id: ({ kpiId }: { kpiId: KpiId; annotationId: string; input: AnnotateKpiInput }) => kpiId,
  facts: async ({ kpiId, annotationId, input: { at, text } }, scope) =>
    (await limitRefusal(kpiId, scope)) ?? { kpiId, annotationId, at, text },
  decide: annotateKpi,
});

export interface RetractAnnotationRequest {
  readonly kpiId: KpiId;
  readonly annotationId: string;
  readonly mayCorrectOthers: boolean;
  readonly input: RetractAnnotationInput;
}

export const retractAnnotationCommand = command('RetractAnnotation', {
  fold: kpis,
  id: ({ kpiId }: RetractAnnotationRequest) => kpiId,
  facts: async ({ kpiId, annotationId, mayCorrectOthers }, scope) => {
    const { actor, reason } = scope.by;
    const refusal = await limitRefusal(kpiId, scope);
    return refusal ?? { kpiId, annotationId, mayCorrectOthers, actor, reason };
  },
  decide: retractAnnotation,
});
