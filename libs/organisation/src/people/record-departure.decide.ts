import { personErased, reject, type Decide, type Instant, type PersonId } from '@pm/kernel';
import type { PersonEvent } from './person.events.js';
import type { Person } from './person.state.js';
import { personUnknown } from './presence-refusal.decide.js';

export interface RecordDepartureFacts {
  readonly personId: PersonId;
  /** The end of their last day. */
  readonly effectiveAt: Instant;
}

/** A departure that is recorded again with another day replaces the day. */
export const recordDeparture: Decide<RecordDepartureFacts, Person, PersonEvent> = (facts, person) => {
  const { personId, effectiveAt } = facts;
  const { joinedAt, leftAt, erasedAt } = person;
  if (joinedAt === undefined) return personUnknown(personId);
  if (erasedAt !== undefined) return personErased(personId);
  if (leftAt === effectiveAt) return [];
  if (effectiveAt < joinedAt)
    return reject('person-not-joined', 'They join later; name a day from then on.', { personId });
  return [{ type: 'PersonLeft', data: { personId }, effectiveAt }];
};
