import { reject, type Decide, type Instant, type PersonalText, type PersonId, type UnitId } from '@pm/kernel';
import { managerRefusal } from './manager-refusal.decide.js';
import type { PeopleAbove } from './manager-line.state.js';
import type { PersonEvent } from './person.events.js';
import type { Person } from './person.state.js';
import { unitRefusal, type UnitStanding } from './unit-refusal.decide.js';

export interface JoinPersonFacts {
  readonly personId: PersonId;
  readonly number?: string;
  readonly name: PersonalText;
  readonly unitId: UnitId;
  readonly unitStanding: UnitStanding;
  readonly managerId?: PersonId;
  readonly above: PeopleAbove;
  readonly effectiveAt: Instant;
}

/** A number is one person's for ever: whoever comes back gets another. */
export const joinPerson: Decide<JoinPersonFacts, Person, PersonEvent> = (facts, person) => {
  const { personId, number, name, unitId, managerId, effectiveAt } = facts;
  if (person.joinedAt !== undefined)
    return reject('person-exists', 'There is a person with this number already.', { personId });
  const refusal = unitRefusal(facts) ?? (managerId && managerRefusal({ ...facts, managerId }));
  if (refusal) return refusal;
  return [{ type: 'PersonJoined', data: { personId, number, name, unitId, managerId }, effectiveAt }];
};
