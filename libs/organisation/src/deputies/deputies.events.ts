import type { Event, Instant, PersonId } from '@pm/kernel';

/** Somebody may act for a person, from then on and until a moment. */
export type DeputyAppointed = Event<
  'DeputyAppointed',
  { personId: PersonId; deputyId: PersonId; until: Instant }
>;

/** They may no more, from then on; nor later, where that was planned. */
export type DeputyEnded = Event<'DeputyEnded', { personId: PersonId; deputyId: PersonId }>;

export type DeputyEvent = DeputyAppointed | DeputyEnded;
