import type { Fold, Instant, PersonalText, PersonId, UnitId } from '@pm/kernel';
import { type Dated, withValue } from '../dated.state.js';
import type { PersonEvent, PersonJoined } from './person.events.js';

/** A person as decisions need them. */
export interface Person {
  /** Absent until they join. */
  readonly joinedAt?: Instant;
  readonly leftAt?: Instant;
  /** Nothing more is decided about them. */
  readonly erasedAt?: Instant;
  /** While a hold keeps them from being erased. */
  readonly heldAt?: Instant;
  /** As last recorded; the log holds it sealed. */
  readonly name?: PersonalText;
  readonly units: Dated<UnitId>;
  /** Null where nobody leads them. */
  readonly managers: Dated<PersonId | null>;
}

export const people: Fold<Person, PersonEvent> = {
  category: 'person',
  initial: { units: [], managers: [] },
  evolve: (person, event) => {
    const from = event.effectiveAt!;
    switch (event.type) {
      case 'PersonJoined':
        return joined(event);
      case 'PersonMoved':
        return { ...person, units: withValue(person.units, from, event.data.unitId) };
      case 'ManagerChanged':
        return { ...person, managers: withValue(person.managers, from, event.data.managerId) };
      case 'PersonRenamed':
        return { ...person, name: event.data.name };
      case 'PersonLeft':
        return { ...person, leftAt: from };
      case 'PersonErased':
        return { ...person, erasedAt: from };
      case 'HoldPlaced':
        return { ...person, heldAt: from };
      case 'HoldReleased':
        return { ...person, heldAt: undefined };
    }
  },
};

export type Standing = 'present' | 'unknown' | 'not-joined' | 'left';

/** Whether somebody belongs to the organisation at a moment. */
export function standingAt({ joinedAt, leftAt }: Pick<Person, 'joinedAt' | 'leftAt'>, at: Instant): Standing {
  if (joinedAt === undefined) return 'unknown';
  if (at < joinedAt) return 'not-joined';
  return leftAt !== undefined && leftAt <= at ? 'left' : 'present';
}

function joined({ data: { name, unitId, managerId }, effectiveAt }: PersonJoined): Person {
  const from = effectiveAt!;
  return {
    joinedAt: from,
    name,
    units: [{ from, value: unitId }],
    managers: [{ from, value: managerId ?? null }],
  };
}
