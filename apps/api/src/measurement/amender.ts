import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { may } from '@pm/access';
import type { CommandContext } from '@pm/eventing';
import type { IdentifiedRequest } from '../http/access.guard.js';
import { commandContext } from '../http/command-context.js';

/** Who sets something right or takes it back. */
export interface Amender {
  readonly by: CommandContext;
  /** A fact for the rule: without `kpi.correct` one may amend only what one said oneself. */
  readonly mayCorrectOthers: boolean;
}

export const AmendedBy = createParamDecorator((_: unknown, context: ExecutionContext): Amender => {
  const request = context.switchToHttp().getRequest<IdentifiedRequest>();
  const by = commandContext(request);
  return { by, mayCorrectOthers: may(request.identity!, 'kpi.correct') };
});
