import { type Decide, type Instant, type PersonId, reject } from '@pm/kernel';
import type { ErasureReason, PersonEvent } from './person.events.js';
import { type Person, standingAt } from './person.state.js';
import { personUnknown } from './presence-refusal.decide.js';

export interface ErasePersonFacts {
  readonly personId: PersonId;
  readonly reason: ErasureReason;
  /** Also somebody who has not left yet. */
  readonly force: boolean;
  readonly now: Instant;
}

/**
 * Whoever has left is erased when it is asked for. Somebody who still belongs to the organisation, or is to join, is
 * more often mistaken for another: that takes `force`, and lets them leave at once, so that nobody who cannot be named
 * leads others or has goals agreed. Whether a duty to keep something stands against it is for whoever asks to know.
 */
export const erasePerson: Decide<ErasePersonFacts, Person, PersonEvent> = (facts, person) => {
  const { personId, reason, force, now } = facts;
  const { joinedAt, erasedAt } = person;
  if (joinedAt === undefined) return personUnknown(personId);
  if (erasedAt !== undefined) return [];
  const erased: PersonEvent = { type: 'PersonErased', data: { personId, reason }, effectiveAt: now };
  if (standingAt(person, now) === 'left') return [erased];
  if (!force)
    return reject(
      'person-present',
      'They have not left yet; record their departure first, or send `force`.',
      {
        personId,
      },
    );
  const effectiveAt = joinedAt > now ? joinedAt : now;
  return [{ type: 'PersonLeft', data: { personId }, effectiveAt }, erased];
};
