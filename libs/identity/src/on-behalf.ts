import { type Identity, isDelegable, type Permission } from '@pm/access';
import type { Answers } from '@pm/eventing';
import { type ActorId, forbidden, isDeputyAt, type PersonId } from '@pm/kernel';

/** What somebody asks for another one. */
export interface Represented {
  readonly personId: PersonId;
  /** That it needs. */
  readonly permission: Permission;
}

/**
 * Somebody as the deputy of another one, whose deputy they must be now. What their own roles allow stays theirs; nothing is
 * remembered from one request to the next.
 *
 * @throws Rejection 'not-on-behalf', 'not-a-deputy'; StoreUnavailable
 */
export async function asDeputy(
  identity: Identity,
  { personId, permission }: Represented,
  answers: Pick<Answers, 'asking' | 'now'>,
): Promise<Identity> {
  if (!isDelegable(permission))
    throw forbidden('not-on-behalf', 'Nobody does this for somebody else; ask in your own name.');
  const { actor, scopes } = identity;
  const asked = { actor, personId, at: answers.now() };
  // A key is a machine's, whatever it may do.
  if (scopes !== undefined || !(await answers.asking().ask(isDeputyAt, asked)))
    throw forbidden('not-a-deputy', 'You are no deputy of this person at the moment; ask in your own name.');
  return { ...identity, onBehalfOf: personId as string as ActorId };
}
