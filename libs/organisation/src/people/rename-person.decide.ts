import { type Decide, personErased, type PersonId } from '@pm/kernel';
import type { PersonEvent } from './person.events.js';
import type { Person } from './person.state.js';
import { personUnknown } from './presence-refusal.decide.js';

export interface RenamePersonFacts {
  readonly personId: PersonId;
  readonly name: string;
  /** The recorded name, opened; null once they were erased. */
  readonly nameNow: string | null;
}

/** Whoever left can still be named right. */
export const renamePerson: Decide<RenamePersonFacts, Person, PersonEvent> = (facts, person) => {
  const { personId, name, nameNow } = facts;
  if (person.joinedAt === undefined) return personUnknown(personId);
  if (person.erasedAt !== undefined) return personErased(personId);
  return name === nameNow ? [] : [{ type: 'PersonRenamed', data: { personId, name } }];
};
