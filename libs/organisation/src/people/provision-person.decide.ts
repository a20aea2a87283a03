import { type Decide, type Instant, personErased, type PersonId, reject, Rejection } from '@pm/kernel';
import { changeManager, type ChangeManagerFacts } from './change-manager.decide.js';
import { movePerson, type MovePersonFacts } from './move-person.decide.js';
import type { PersonEvent } from './person.events.js';
import type { Person } from './person.state.js';
import { personUnknown } from './presence-refusal.decide.js';
import { recordDeparture } from './record-departure.decide.js';
import { renamePerson, type RenamePersonFacts } from './rename-person.decide.js';

/** What an identity provider says of somebody, each part as the rule about it needs it; absent where it says nothing. */
export interface ProvisionPersonFacts {
  readonly personId: PersonId;
  readonly name?: RenamePersonFacts;
  readonly unit?: MovePersonFacts;
  readonly manager?: ChangeManagerFacts;
  /** Whether they still belong to the organisation after today. */
  readonly active?: boolean;
  readonly todayEnds: Instant;
}

/** All of it or, where one part is refused, nothing; the same again is nothing new. */
export const provisionPerson: Decide<ProvisionPersonFacts, Person, PersonEvent> = (facts, person) => {
  if (person.joinedAt === undefined) return personUnknown(facts.personId);
  if (person.erasedAt !== undefined) return personErased(facts.personId);
  const decided: PersonEvent[] = [];
  for (const part of [
    facts.name && renamePerson(facts.name, person),
    facts.unit && movePerson(facts.unit, person),
    facts.manager && changeManager(facts.manager, person),
    presence(facts, person),
  ]) {
    if (part instanceof Rejection) return part;
    decided.push(...(part ?? []));
  }
  return decided;
};

/** Today is the last day of whoever is active no more; an earlier one stands. A departure is not taken back from outside. */
const presence: Decide<ProvisionPersonFacts, Person, PersonEvent> = (facts, person) => {
  const { personId, active, todayEnds } = facts;
  const hasLeft = person.leftAt !== undefined && person.leftAt <= todayEnds;
  if (active === false && !hasLeft) return recordDeparture({ personId, effectiveAt: todayEnds }, person);
  if (active && hasLeft)
    return reject('departure-stands', 'Record another last day, or let them join under another number.', {
      personId,
    });
  return [];
};
