import { command } from '@pm/eventing/commands';
import { type PersonId, Rejection, type UnitId } from '@pm/kernel';
import { IsOptional, IsUUID, Length } from 'class-validator';
import { atEndOf, fromDay } from '../effective-day.js';
import { changeManager } from './change-manager.decide.js';
import { importPerson } from './import-person.decide.js';
import { joinPerson } from './join-person.decide.js';
import { movePerson } from './move-person.decide.js';
import { peopleFrom } from './people-above.js';
import { asked, unitFacts } from './person-facts.js';
import { people } from './person.state.js';
import { recordDeparture } from './record-departure.decide.js';
import { recordedName } from './recorded-name.js';
import { renamePerson } from './rename-person.decide.js';

class ReasonInput {
  /** Why; sealed under the person's key. */
  @IsOptional()
  @Length(1, 500)
  reason?: string;
}

class FromDayInput extends ReasonInput {
  /** From this day on, at most a year ahead; today where absent. @example "2026-07-01" */
  @IsOptional()
  @Length(10, 10)
  from?: string;
}

export class MovePersonInput extends FromDayInput {
  /** The unit that they belong to from then on. */
  @IsUUID()
  unitId: string;
}

export class ChangeManagerInput extends FromDayInput {
  /** Who leads them from then on; nobody where absent. */
  @IsOptional()
  @IsUUID()
  managerId?: string;
}

export class RenamePersonInput extends ReasonInput {
  /** @example "Ada Lovelace" */
  @Length(1, 200)
  name: string;
}

export class JoinPersonInput extends MovePersonInput {
  /** Your own number for the person; it can be used in every path as `number:<it>`. @example "1815" */
  @IsOptional()
  @Length(1, 64)
  number?: string;

  /** Stored sealed under a key of the person's own. @example "Ada Lovelace" */
  @Length(1, 200)
  name: string;

  /** Who leads them; nobody where absent. */
  @IsOptional()
  @IsUUID()
  managerId?: string;
}

export class RecordDepartureInput extends ReasonInput {
  /** Their last day, at most a year ahead; today where absent. @example "2026-06-30" */
  @IsOptional()
  @Length(10, 10)
  on?: string;
}

interface About<Input> {
  readonly personId: PersonId;
  readonly input: Input;
}

const onPerson = <Request extends { readonly personId: PersonId }>() => ({
  fold: people,
  id: ({ personId }: Request) => personId,
});

export const joinPersonCommand = command('JoinPerson', {
  ...onPerson<About<JoinPersonInput>>(),
  facts: async ({ personId, input }, scope) => {
    const effectiveAt = fromDay(input.from, await asked(scope));
    if (effectiveAt instanceof Rejection) return effectiveAt;
    const managerId = input.managerId as PersonId | undefined;
    const { number, name } = input;
    const above = await peopleFrom(managerId, effectiveAt, scope);
    return { personId, number, name, ...(await unitFacts(input, scope)), managerId, above, effectiveAt };
  },
  decide: joinPerson,
});

export const movePersonCommand = command('MovePerson', {
  ...onPerson<About<MovePersonInput>>(),
  facts: async ({ personId, input }, scope) => {
    const effectiveAt = fromDay(input.from, await asked(scope));
    if (effectiveAt instanceof Rejection) return effectiveAt;
    return { personId, ...(await unitFacts(input, scope)), effectiveAt };
  },
  decide: movePerson,
});

export const changeManagerCommand = command('ChangeManager', {
  ...onPerson<About<ChangeManagerInput>>(),
  facts: async ({ personId, input }, scope) => {
    const effectiveAt = fromDay(input.from, await asked(scope));
    if (effectiveAt instanceof Rejection) return effectiveAt;
    const managerId = (input.managerId ?? null) as PersonId | null;
    return { personId, managerId, above: await peopleFrom(managerId, effectiveAt, scope), effectiveAt };
  },
  decide: changeManager,
});

export const renamePersonCommand = command('RenamePerson', {
  ...onPerson<About<RenamePersonInput>>(),
  facts: async ({ personId, input }, { ask }) => ({
    personId,
    name: input.name,
    nameNow: await ask(recordedName, { personId }),
  }),
  decide: renamePerson,
});

export const recordDepartureCommand = command('RecordDeparture', {
  ...onPerson<About<RecordDepartureInput>>(),
  facts: async ({ personId, input }, scope) => {
    const effectiveAt = atEndOf(input.on, await asked(scope));
    return effectiveAt instanceof Rejection ? effectiveAt : { personId, effectiveAt };
  },
  decide: recordDeparture,
});

/** A person as a source has them; their manager comes once everyone is there. */
export interface ImportPersonRequest {
  readonly personId: PersonId;
  readonly number: string;
  readonly name: string;
  readonly unitId: UnitId;
  /** From this day on; today where absent. */
  readonly from?: string;
}

export const importPersonCommand = command('ImportPerson', {
  ...onPerson<ImportPersonRequest>(),
  facts: async (request, scope) => {
    const { personId, number, name, from } = request;
    const effectiveAt = fromDay(from, await asked(scope));
    if (effectiveAt instanceof Rejection) return effectiveAt;
    const nameNow = await scope.ask(recordedName, { personId });
    return { personId, number, name, nameNow, ...(await unitFacts(request, scope)), effectiveAt };
  },
  decide: importPerson,
});

export interface ImportManagerRequest {
  readonly personId: PersonId;
  readonly managerId: PersonId;
  /** From this day on; today where absent. Of a manager who joined later, from the day on which they did. */
  readonly from?: string;
}

export const importManagerCommand = command('ImportManager', {
  ...onPerson<ImportManagerRequest>(),
  facts: async ({ personId, managerId, from }, scope) => {
    const stated = fromDay(from, await asked(scope));
    if (stated instanceof Rejection) return stated;
    const { joinedAt } = await scope.read(people, managerId);
    const effectiveAt = joinedAt !== undefined && joinedAt > stated ? joinedAt : stated;
    return { personId, managerId, above: await peopleFrom(managerId, effectiveAt, scope), effectiveAt };
  },
  decide: changeManager,
});
