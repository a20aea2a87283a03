import type { Event, KpiId, LocalDate, PersonalText } from '@pm/kernel';

/** What explains a KPI's course: a campaign, a changed method, a storm. On the KPI's own stream. */
export type KpiAnnotated = Event<
  'KpiAnnotated',
  {
    kpiId: KpiId;
    annotationId: string;
    /** The day that it explains, by the organisation's calendar. */
    at: LocalDate;
    text: PersonalText;
  }
>;
/** An annotation does not hold; it stays readable as retracted. */
export type KpiAnnotationRetracted = Event<'KpiAnnotationRetracted', { kpiId: KpiId; annotationId: string }>;

export type AnnotationEvent = KpiAnnotated | KpiAnnotationRetracted;
