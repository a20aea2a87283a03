import { Rejection, type Decide } from '@pm/kernel';
import { joinPerson, type JoinPersonFacts } from './join-person.decide.js';
import { movePerson } from './move-person.decide.js';
import type { PersonEvent } from './person.events.js';
import type { Person } from './person.state.js';
import { renamePerson } from './rename-person.decide.js';

export interface ImportPersonFacts extends Omit<JoinPersonFacts, 'managerId' | 'above' | 'name'> {
  readonly name: string;
  /** The recorded name, opened; null once they were erased. */
  readonly nameNow: string | null;
}

/** Lets somebody join who is new, and renames or moves whom the source has otherwise; the same again is nothing new. */
export const importPerson: Decide<ImportPersonFacts, Person, PersonEvent> = (facts, person) => {
  if (person.joinedAt === undefined) return joinPerson({ ...facts, above: new Map() }, person);
  const renamed = renamePerson(facts, person);
  if (renamed instanceof Rejection) return renamed;
  const moved = movePerson(facts, person);
  return moved instanceof Rejection ? moved : [...renamed, ...moved];
};
