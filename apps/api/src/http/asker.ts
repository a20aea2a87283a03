import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Identity, Unauthenticated } from '@pm/access';
import type { IdentifiedRequest } from './access.guard.js';

/** Who asks, where a route asks more of them than its own permission. */
export const Asker = createParamDecorator((_: unknown, context: ExecutionContext): Identity => {
  const { identity } = context.switchToHttp().getRequest<IdentifiedRequest>();
  if (!identity) throw new Unauthenticated();
  return identity;
});
