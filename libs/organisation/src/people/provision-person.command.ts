import { command, type FactScope } from '@pm/eventing/commands';
import { type Instant, type PersonId, Rejection, type UnitId } from '@pm/kernel';
import { atEndOf, fromDay } from '../effective-day.js';
import { peopleFrom } from './people-above.js';
import { asked, unitFacts } from './person-facts.js';
import { people } from './person.state.js';
import { provisionPerson } from './provision-person.decide.js';
import { recordedName } from './recorded-name.js';

/** What an identity provider says of somebody who joined, as of today; what it leaves out stays as it is. */
export interface ProvisionPersonRequest {
  readonly personId: PersonId;
  readonly name?: string;
  readonly unitId?: UnitId;
  /** Null for nobody. */
  readonly managerId?: PersonId | null;
  /** False: today is their last day. */
  readonly active?: boolean;
}

export const provisionPersonCommand = command('ProvisionPerson', {
  fold: people,
  id: ({ personId }: ProvisionPersonRequest) => personId,
  facts: async (request, scope) => {
    const today = await asked(scope);
    const [begins, todayEnds] = [fromDay(undefined, today), atEndOf(undefined, today)];
    if (begins instanceof Rejection) return begins;
    if (todayEnds instanceof Rejection) return todayEnds;
    const { personId, active } = request;
    const { joinedAt } = await scope.read(people, personId);
    const from = joinedAt !== undefined && joinedAt > begins ? joinedAt : begins;
    return { personId, active, todayEnds, ...(await parts(request, from, scope)) };
  },
  decide: provisionPerson,
});

async function parts(
  { personId, name, unitId, managerId }: ProvisionPersonRequest,
  effectiveAt: Instant,
  scope: FactScope,
) {
  return {
    name:
      name === undefined
        ? undefined
        : { personId, name, nameNow: await scope.ask(recordedName, { personId }) },
    unit:
      unitId === undefined ? undefined : { personId, ...(await unitFacts({ unitId }, scope)), effectiveAt },
    manager:
      managerId === undefined
        ? undefined
        : { personId, managerId, above: await peopleFrom(managerId, effectiveAt, scope), effectiveAt },
  };
}
