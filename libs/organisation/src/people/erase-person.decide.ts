import { type Decide, type Instant, type PersonId, reject } from '@pm/kernel';
import type { ErasureReason, PersonEvent, RuleName } from './person.events.js';
import { type Person, standingAt } from './person.state.js';
import { personUnknown } from './presence-refusal.decide.js';

export interface ErasePersonFacts {
  readonly personId: PersonId;
  readonly reason: ErasureReason;
  /** Also somebody who has not left yet. */
  readonly force: boolean;
  /** The retention rule that asks; absent where somebody does. */
  readonly rule?: ErasureRule;
  readonly now: Instant;
}

export interface ErasureRule extends RuleName {
  /** It reaches whoever left by then. */
  readonly leftBy: Instant;
}

/**
 * Whoever has left is erased when it is asked for. Somebody who still belongs to the organisation, or is to join, is
 * more often mistaken for another: that takes `force`, and lets them leave at once, so that nobody who cannot be named
 * leads others or has goals agreed. While a hold stands nobody is erased. A rule passes over
 * whom it does not reach, or not any more since it looked.
 */
export const erasePerson: Decide<ErasePersonFacts, Person, PersonEvent> = (facts, person) => {
  const { personId, force, rule, now } = facts;
  const { joinedAt, erasedAt, heldAt } = person;
  if (joinedAt === undefined) return personUnknown(personId);
  if (erasedAt !== undefined) return [];
  const erased = erasure(facts);
  if (rule) return isReached(person, rule) ? [erased] : [];
  if (heldAt !== undefined)
    return reject('person-held', 'A hold keeps them from being erased; release it first.', { personId });
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

/** Whether a rule would erase somebody now. */
const isReached = ({ leftAt, erasedAt, heldAt }: Person, { leftBy }: ErasureRule): boolean =>
  leftAt !== undefined && leftAt <= leftBy && erasedAt === undefined && heldAt === undefined;

function erasure({ personId, reason, rule, now }: ErasePersonFacts): PersonEvent {
  const by = rule && { name: rule.name, version: rule.version };
  return { type: 'PersonErased', data: { personId, reason, rule: by }, effectiveAt: now };
}
