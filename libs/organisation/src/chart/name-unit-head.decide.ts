import { type Decide, reject } from '@pm/kernel';
import type { ChartEvent } from './chart.events.js';
import type { Chart } from './chart.state.js';
import { type NamedForUnit, namedRefusal } from './named-for-unit.decide.js';

/** From a day on, until the day of a later head that is known already; a head need not belong to the unit. */
export const nameUnitHead: Decide<NamedForUnit, Chart, ChartEvent> = (facts, { units }) => {
  const { unitId, personId, effectiveAt } = facts;
  const absent = reject('head-absent', 'A head must belong to the organisation on that day.', { personId });
  return (
    namedRefusal(facts, units.get(unitId), { named: ({ heads }) => heads, absent }) ?? [
      { type: 'UnitHeadNamed', data: { unitId, personId }, effectiveAt },
    ]
  );
};
