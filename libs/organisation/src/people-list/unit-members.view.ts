import type { PersonId, UnitId, View } from '@pm/kernel';
import type { PersonJoined, PersonMoved } from '../people/person.events.js';

/** Somebody who belongs to a unit at some time; their own document says when. */
export interface UnitMember {
  readonly unitId: UnitId;
  readonly personId: PersonId;
}

/** Whom to look at for the people of a unit: views have no clock, so it lists those of all times. */
export const unitMembers: View<UnitMember, PersonJoined | PersonMoved> = {
  name: 'unit-members',
  revision: 1,
  handles: ['PersonJoined', 'PersonMoved'],
  indexes: ['unitId'],
  key: ({ data: { unitId, personId } }) => `${unitId}.${personId}`,
  evolve: (_, { data: { unitId, personId } }) => ({ unitId, personId }),
};
