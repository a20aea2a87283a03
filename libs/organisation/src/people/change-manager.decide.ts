import type { Decide, Instant, PersonId } from '@pm/kernel';
import { nextAfter, valueAt } from '../dated.state.js';
import type { PeopleAbove } from './manager-line.state.js';
import { managerRefusal } from './manager-refusal.decide.js';
import type { PersonEvent } from './person.events.js';
import type { Person } from './person.state.js';
import { presenceRefusal } from './presence-refusal.decide.js';

export interface ChangeManagerFacts {
  readonly personId: PersonId;
  /** Null for nobody. */
  readonly managerId: PersonId | null;
  readonly above: PeopleAbove;
  readonly effectiveAt: Instant;
}

/** From a day on, until the day of a later change that is known already. */
export const changeManager: Decide<ChangeManagerFacts, Person, PersonEvent> = (facts, person) => {
  const { personId, managerId, above, effectiveAt } = facts;
  if (valueAt(person.managers, effectiveAt) === managerId) return [];
  const until = nextAfter(person.managers, effectiveAt);
  const refusal =
    presenceRefusal(person, personId, effectiveAt) ??
    (managerId && managerRefusal({ personId, managerId, above, effectiveAt, until }));
  return refusal || [{ type: 'ManagerChanged', data: { personId, managerId }, effectiveAt }];
};
