import { command } from '@pm/eventing/commands';
import type { PersonId } from '@pm/kernel';
import { Length } from 'class-validator';
import { placeHold, releaseHold } from './hold.decide.js';
import { people } from './person.state.js';

export class HoldInput {
  /** Why; sealed under the person's key. @example "Their dismissal is before the court." */
  @Length(1, 500)
  reason: string;
}

interface OfPerson {
  readonly personId: PersonId;
}

const onPerson = { fold: people, id: ({ personId }: OfPerson) => personId };

export const placeHoldCommand = command('PlaceHold', {
  ...onPerson,
  facts: ({ personId }, { now }) => ({ personId, now }),
  decide: placeHold,
});

export const releaseHoldCommand = command('ReleaseHold', {
  ...onPerson,
  facts: ({ personId }, { now }) => ({ personId, now }),
  decide: releaseHold,
});
