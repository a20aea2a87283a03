import { type Decide, reasonRefusal, reject } from '@pm/kernel';
import type { ChartEvent } from './chart.events.js';
import type { Chart } from './chart.state.js';
import { type NamedForUnit, namedRefusal } from './named-for-unit.decide.js';

/**
 * Who cares for the people of a unit and of those below it, from a day on. It opens private goals to them: so it takes a
 * reason.
 */
export const nameUnitPartner: Decide<NamedForUnit & { readonly reason?: string }, Chart, ChartEvent> = (
  { reason, ...facts },
  { units },
) => {
  const { unitId, personId, effectiveAt } = facts;
  const absent = reject('hr-partner-absent', 'An HR partner must belong to the organisation on that day.', {
    personId,
  });
  return (
    reasonRefusal(reason) ??
    namedRefusal(facts, units.get(unitId), { named: ({ partners }) => partners, absent }) ?? [
      { type: 'UnitPartnerNamed', data: { unitId, personId }, effectiveAt },
    ]
  );
};
