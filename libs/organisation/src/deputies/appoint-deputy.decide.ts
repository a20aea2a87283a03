import {
  type ActorId,
  type Decide,
  forbidden,
  type Instant,
  neverValid,
  personErased,
  type PersonId,
  reject,
  type Rejection,
  unknown,
} from '@pm/kernel';
import { type Person, standingAt } from '../people/person.state.js';
import { presenceRefusal } from '../people/presence-refusal.decide.js';
import type { DeputyEvent } from './deputies.events.js';
import { type Deputies, standing } from './deputies.state.js';

export interface AppointDeputyFacts {
  /** For whom they will act. */
  readonly personId: PersonId;
  readonly person: Person;
  readonly deputyId: PersonId;
  readonly deputy: Person;
  /** Who appoints them. */
  readonly actor: ActorId;
  readonly from: Instant;
  readonly until: Instant;
  /** When today began. */
  readonly today: Instant;
  readonly now: Instant;
}

/** More than anybody hands over to at once: whoever acts for somebody must be easy to see. */
export const DEPUTIES_MAX = 10;

/**
 * Somebody else who is there acts for a person, from a day on, of today from now on. Each deputy is named on their own: what
 * a person may do as deputy of others goes to none of theirs.
 */
export const appointDeputy: Decide<AppointDeputyFacts, Deputies, DeputyEvent> = (facts, known) => {
  const { personId, person, deputyId, until, now } = facts;
  const from = facts.from > now ? facts.from : now;
  const refusal =
    deputyRefusal({ ...facts, from }) ?? datesRefusal(facts) ?? presenceRefusal(person, personId, from);
  if (refusal) return refusal;
  const others = standing(known, now);
  const theirs = others.filter((each) => each.deputyId === deputyId);
  if (theirs.some((each) => each.from <= from && each.until === until)) return [];
  if (theirs.some((each) => each.from < until && from < each.until))
    return reject('deputy-already', 'They are deputy during a part of that time; end that first.', {
      deputyId,
    });
  if (others.length >= DEPUTIES_MAX)
    return reject('too-many-deputies', `At most ${DEPUTIES_MAX} are appointed at once; end one first.`);
  return [{ type: 'DeputyAppointed', data: { personId, deputyId, until }, effectiveAt: from }];
};

/** A people admin who names themselves for somebody would give themselves that person's say. */
function deputyRefusal({
  personId,
  deputyId,
  deputy,
  actor,
  from,
}: AppointDeputyFacts): Rejection | undefined {
  if (deputyId === personId)
    return neverValid('own-deputy', 'Nobody is deputy of themselves; name somebody else.', { personId });
  if ((actor as string) === deputyId)
    return forbidden(
      'self-appointed',
      'Nobody appoints themselves; ask the person, or another people admin.',
    );
  if (deputy.erasedAt !== undefined) return personErased(deputyId);
  const there = standingAt(deputy, from);
  if (there === 'unknown') return unknown('person-unknown', 'There is no such person.', { deputyId });
  if (there === 'present') return undefined;
  return reject('deputy-absent', 'A deputy must belong to the organisation on that day.', { deputyId });
}

function datesRefusal({ from, until, today }: AppointDeputyFacts): Rejection | undefined {
  if (until <= from) return neverValid('deputy-dates', 'The last day comes before the first.');
  if (from >= today) return undefined;
  return reject('deputy-backdated', 'Name today or a later day: nobody acted for them before it was said.');
}
