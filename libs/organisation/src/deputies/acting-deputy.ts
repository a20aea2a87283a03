import type { Asking } from '@pm/eventing';
import type { ActorId, Instant, PersonId } from '@pm/kernel';
import { people, standingAt } from '../people/person.state.js';
import { deputies, isAppointed } from './deputies.state.js';

interface Question {
  readonly actor: ActorId;
  readonly personId: PersonId;
  readonly at: Instant;
}

/**
 * Whether somebody may act for a person at a moment: they were appointed for it, and both belong to the organisation.
 * By the streams as they are, so that an end holds from the request that follows it.
 */
export async function isActingDeputy(
  { actor, personId, at }: Question,
  { read }: Pick<Asking, 'read'>,
): Promise<boolean> {
  const deputyId = actor as string as PersonId;
  if (!isAppointed(await read(deputies, personId), deputyId, at)) return false;
  const both = await Promise.all([personId, deputyId].map((id) => read(people, id)));
  return both.every((person) => standingAt(person, at) === 'present');
}
