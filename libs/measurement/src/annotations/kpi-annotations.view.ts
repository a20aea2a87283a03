import type { ActorId, Instant, KpiId, LocalDate, PersonalText, View } from '@pm/kernel';
import type { AnnotationEvent } from './annotation.events.js';

/** Who said something, and when we learned it. */
interface Statement {
  readonly actor: ActorId;
  readonly recordedAt: Instant;
}

/** What explains a day of a KPI's course; one that was retracted stays, marked as such. */
export interface KpiAnnotation extends Statement {
  readonly kpiId: KpiId;
  readonly annotationId: string;
  readonly at: LocalDate;
  readonly text: PersonalText;
  readonly retracted?: Statement & { readonly reason?: PersonalText };
}

export const kpiAnnotations: View<KpiAnnotation, AnnotationEvent> = {
  name: 'kpi-annotations',
  revision: 1,
  handles: ['KpiAnnotated', 'KpiAnnotationRetracted'],
  indexes: ['kpiId', 'at'],
  key: ({ data: { annotationId } }) => annotationId,
  evolve: (annotation, { type, data, metadata }) => {
    const { actor, recordedAt, reason } = metadata;
    switch (type) {
      case 'KpiAnnotated': {
        const { kpiId, annotationId, at, text } = data;
        return { kpiId, annotationId, at, text, actor, recordedAt };
      }
      case 'KpiAnnotationRetracted':
        return annotation && { ...annotation, retracted: { actor, recordedAt, reason } };
    }
  },
};
