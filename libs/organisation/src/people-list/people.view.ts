import type { Instant, PersonalText, PersonId, UnitId, View } from '@pm/kernel';
import { type Dated, valueAt, withValue } from '../dated.state.js';
import type { BelongingEvent, PersonJoined } from '../people/person.events.js';
import { standingAt } from '../people/person.state.js';

/** A person, with all that holds of them over time. */
export interface PersonDocument {
  readonly personId: PersonId;
  readonly number?: string;
  /** Sealed; the edge opens it. */
  readonly name: PersonalText;
  readonly joinedAt: Instant;
  readonly leftAt?: Instant;
  /** From then on their name is nobody's to read. */
  readonly erasedAt?: Instant;
  readonly units: Dated<UnitId>;
  /** Null where nobody leads them. */
  readonly managers: Dated<PersonId | null>;
}

export const peopleView: View<PersonDocument, BelongingEvent> = {
  name: 'people',
  revision: 2,
  handles: ['PersonJoined', 'PersonMoved', 'ManagerChanged', 'PersonRenamed', 'PersonLeft', 'PersonErased'],
  indexes: ['number'],
  key: (event) => event.data.personId,
  evolve: (person, event) => {
    if (event.type === 'PersonJoined') return joined(event);
    return person && changed(person, event);
  },
};

/** A person as they stand at a moment: what is planned for later is listed, but does not hold yet. */
export function presentPerson({ units, managers, ...person }: PersonDocument, at: Instant) {
  const standing = standingAt(person, at);
  const now = standing === 'present' ? { unitId: valueAt(units, at), managerId: valueAt(managers, at) } : {};
  return {
    ...person,
    standing,
    ...now,
    memberships: units.map(({ from, value }) => ({ from, unitId: value })),
    managers: managers.map(({ from, value }) => ({ from, managerId: value })),
  };
}

function joined({ data, effectiveAt }: PersonJoined): PersonDocument {
  const { personId, number, name, unitId, managerId } = data;
  const from = effectiveAt!;
  return {
    personId,
    number,
    name,
    joinedAt: from,
    units: [{ from, value: unitId }],
    managers: [{ from, value: managerId ?? null }],
  };
}

function changed(person: PersonDocument, event: Exclude<BelongingEvent, PersonJoined>): PersonDocument {
  const from = event.effectiveAt!;
  switch (event.type) {
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
  }
}
