import {
  personErased,
  reject,
  unknown,
  type Decide,
  type Instant,
  type PersonId,
  type Rejection,
  type UnitId,
} from '@pm/kernel';
import { valueAt } from '../dated.state.js';
import { type Person, standingAt } from '../people/person.state.js';
import type { ChartEvent } from './chart.events.js';
import type { Chart } from './chart.state.js';

export interface NameUnitHeadFacts {
  readonly unitId: UnitId;
  /** Null for nobody. */
  readonly personId: PersonId | null;
  readonly head: Person | null;
  readonly effectiveAt: Instant;
}

/** From a day on, until the day of a later head that is known already; a head need not belong to the unit. */
export const nameUnitHead: Decide<NameUnitHeadFacts, Chart, ChartEvent> = (facts, { units }) => {
  const { unitId, personId, effectiveAt } = facts;
  const unit = units.get(unitId);
  if (!unit) return unknown('unit-unknown', 'There is no such unit.', { unitId });
  if ((valueAt(unit.heads, effectiveAt) ?? null) === personId) return [];
  if (unit.closed) return reject('unit-closed', 'The unit is closed; choose an open one.', { unitId });
  return headRefusal(facts) ?? [{ type: 'UnitHeadNamed', data: { unitId, personId }, effectiveAt }];
};

function headRefusal({ personId, head, effectiveAt }: NameUnitHeadFacts): Rejection | undefined {
  if (!personId || !head) return undefined;
  if (head.erasedAt !== undefined) return personErased(personId);
  const standing = standingAt(head, effectiveAt);
  if (standing === 'unknown') return unknown('person-unknown', 'There is no such person.', { personId });
  if (standing !== 'present')
    return reject('head-absent', 'A head must belong to the organisation on that day.', { personId });
  return undefined;
}
