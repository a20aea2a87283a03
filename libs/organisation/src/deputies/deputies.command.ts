import { command } from '@pm/eventing/commands';
import { localDate, type PersonId, Rejection, startOfDay } from '@pm/kernel';
import { IsOptional, IsUUID, Length } from 'class-validator';
import { atEndOf, fromDay } from '../effective-day.js';
import { asked } from '../people/person-facts.js';
import { people } from '../people/person.state.js';
import { appointDeputy } from './appoint-deputy.decide.js';
import { deputies } from './deputies.state.js';
import { endDeputy } from './end-deputy.decide.js';

export class EndDeputyInput {
  /** Why; sealed under the key of the person for whom they acted. @example "She is back." */
  @Length(1, 500)
  reason: string;
}

export class AppointDeputyInput {
  /** Who will act for the person. */
  @IsUUID()
  deputyId: string;

  /** From this day on; today where absent. @example "2026-07-01" */
  @IsOptional()
  @Length(10, 10)
  from?: string;

  /** The last day, at most a year ahead. @example "2026-07-31" */
  @Length(10, 10)
  until: string;

  /** Why; sealed under the key of the person for whom they act. @example "She is on leave." */
  @Length(1, 500)
  reason: string;
}

interface OfPerson {
  readonly personId: PersonId;
}

export const appointDeputyCommand = command('AppointDeputy', {
  fold: deputies,
  id: ({ personId }: OfPerson & { readonly input: AppointDeputyInput }) => personId,
  facts: async ({ personId, input }, scope) => {
    const day = await asked(scope);
    const [from, until] = [fromDay(input.from, day), atEndOf(input.until, day)];
    if (from instanceof Rejection) return from;
    if (until instanceof Rejection) return until;
    const deputyId = input.deputyId as PersonId;
    return {
      personId,
      person: await scope.read(people, personId),
      deputyId,
      deputy: await scope.read(people, deputyId),
      actor: scope.by.actor,
      from,
      until,
      today: startOfDay(localDate(day.now, day.timeZone), day.timeZone),
      now: day.now,
    };
  },
  decide: appointDeputy,
});

export const endDeputyCommand = command('EndDeputy', {
  fold: deputies,
  id: ({ personId }: OfPerson & { readonly deputyId: PersonId }) => personId,
  facts: ({ personId, deputyId }, { now }) => ({ personId, deputyId, now }),
  decide: endDeputy,
});
