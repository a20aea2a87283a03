import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Identity, may, type Permission, Unauthenticated } from '@pm/access';
import type { PersonId } from '@pm/kernel';
import type { IdentifiedRequest } from './access.guard.js';
import { Forbidden } from './forbidden.js';

/** Who asks, where a route asks more of them than its own permission. */
export const Asker = createParamDecorator((_: unknown, context: ExecutionContext): Identity => {
  const { identity } = context.switchToHttp().getRequest<IdentifiedRequest>();
  if (!identity) throw new Unauthenticated();
  return identity;
});

/** What is held about a person is for themselves, and for whoever may do this. @throws Forbidden */
export function expectOwn(asker: Identity, personId: PersonId, permission: Permission): void {
  if ((asker.actor as string) !== personId && !may(asker, permission)) throw new Forbidden();
}
