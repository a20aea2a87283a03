import { type Decide, type Instant, personErased, type PersonId } from '@pm/kernel';
import type { PersonEvent } from './person.events.js';
import type { Person } from './person.state.js';
import { personUnknown } from './presence-refusal.decide.js';

export interface HoldFacts {
  readonly personId: PersonId;
  readonly now: Instant;
}

/** Of whoever is known, present or not: a dispute may begin before they leave. A second hold is nothing new. */
export const placeHold: Decide<HoldFacts, Person, PersonEvent> = ({ personId, now }, person) => {
  if (person.joinedAt === undefined) return personUnknown(personId);
  if (person.erasedAt !== undefined) return personErased(personId);
  return person.heldAt === undefined ? [{ type: 'HoldPlaced', data: { personId }, effectiveAt: now }] : [];
};

export const releaseHold: Decide<HoldFacts, Person, PersonEvent> = ({ personId, now }, person) => {
  if (person.joinedAt === undefined) return personUnknown(personId);
  return person.heldAt === undefined ? [] : [{ type: 'HoldReleased', data: { personId }, effectiveAt: now }];
};
