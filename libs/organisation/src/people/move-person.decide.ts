import type { Decide, Instant, PersonId, UnitId } from '@pm/kernel';
import { valueAt } from '../dated.state.js';
import type { PersonEvent } from './person.events.js';
import type { Person } from './person.state.js';
import { presenceRefusal } from './presence-refusal.decide.js';
import { unitRefusal, type UnitStanding } from './unit-refusal.decide.js';

export interface MovePersonFacts {
  readonly personId: PersonId;
  readonly unitId: UnitId;
  readonly unitStanding: UnitStanding;
  readonly effectiveAt: Instant;
}

/** From a day on, until the day of a later move that is known already. */
export const movePerson: Decide<MovePersonFacts, Person, PersonEvent> = (facts, person) => {
  const { personId, unitId, effectiveAt } = facts;
  if (valueAt(person.units, effectiveAt) === unitId) return [];
  const refusal = presenceRefusal(person, personId, effectiveAt) ?? unitRefusal(facts);
  return refusal ?? [{ type: 'PersonMoved', data: { personId, unitId }, effectiveAt }];
};
