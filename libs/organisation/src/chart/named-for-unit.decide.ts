import {
  type Instant,
  personErased,
  type PersonId,
  reject,
  type Rejection,
  unknown,
  type UnitId,
} from '@pm/kernel';
import { type Dated, valueAt } from '../dated.state.js';
import { type Person, standingAt } from '../people/person.state.js';
import type { Unit } from './chart.state.js';

/** Who is named for a unit, and from when on. */
export interface NamedForUnit {
  readonly unitId: UnitId;
  /** Null for nobody. */
  readonly personId: PersonId | null;
  readonly person: Person | null;
  readonly effectiveAt: Instant;
}

/** @returns undefined where there is something to record; nothing where they are named already, or why they cannot be */
export function namedRefusal(
  { unitId, personId, person, effectiveAt }: NamedForUnit,
  unit: Unit | undefined,
  { named, absent }: { readonly named: (unit: Unit) => Dated<PersonId | null>; readonly absent: Rejection },
): readonly [] | Rejection | undefined {
  if (!unit) return unknown('unit-unknown', 'There is no such unit.', { unitId });
  if ((valueAt(named(unit), effectiveAt) ?? null) === personId) return [];
  if (unit.closed) return reject('unit-closed', 'The unit is closed; choose an open one.', { unitId });
  if (!personId || !person) return undefined;
  if (person.erasedAt !== undefined) return personErased(personId);
  const standing = standingAt(person, effectiveAt);
  if (standing === 'unknown') return unknown('person-unknown', 'There is no such person.', { personId });
  return standing === 'present' ? undefined : absent;
}
