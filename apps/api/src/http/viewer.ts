import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Unauthenticated, type Viewer } from '@pm/access';
import type { IdentifiedRequest } from './access.guard.js';

/** Who reads, from the token: a deputy as the person for whom they act, with roles of their own. */
export const ReadBy = createParamDecorator((_: unknown, context: ExecutionContext) =>
  viewerIn(context.switchToHttp().getRequest<IdentifiedRequest>()),
);

/** @throws Unauthenticated */
export function viewerIn({ identity }: IdentifiedRequest): Viewer {
  if (!identity) throw new Unauthenticated();
  return { actor: identity.onBehalfOf ?? identity.actor, roles: identity.roles };
}
