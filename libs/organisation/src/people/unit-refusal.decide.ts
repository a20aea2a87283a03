import { reject, type Rejection, unknown, type UnitId } from '@pm/kernel';

export type UnitStanding = 'open' | 'closed' | 'unknown';

interface UnitFacts {
  readonly unitId: UnitId;
  readonly unitStanding: UnitStanding;
}

/** People belong to open units. */
export function unitRefusal({ unitId, unitStanding }: UnitFacts): Rejection | undefined {
  if (unitStanding === 'unknown') return unknown('unit-unknown', 'There is no such unit.', { unitId });
  if (unitStanding === 'closed')
    return reject('unit-closed', 'The unit is closed; choose an open one.', { unitId });
  return undefined;
}
