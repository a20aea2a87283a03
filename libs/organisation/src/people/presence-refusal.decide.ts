import { type Instant, personErased, type PersonId, reject, type Rejection, unknown } from '@pm/kernel';
import { type Person, standingAt } from './person.state.js';

/** What changes for somebody changes while they belong to the organisation, and never once they were erased. */
export function presenceRefusal(person: Person, personId: PersonId, at: Instant): Rejection | undefined {
  if (person.erasedAt !== undefined) return personErased(personId);
  switch (standingAt(person, at)) {
    case 'present':
      return undefined;
    case 'unknown':
      return personUnknown(personId);
    case 'not-joined':
      return reject('person-not-joined', 'They join later; name a day from then on.', { personId });
    case 'left':
      return reject('person-left', 'They have left by then; name an earlier day.', { personId });
  }
}

export const personUnknown = (personId: PersonId): Rejection =>
  unknown('person-unknown', 'There is no such person.', { personId });
