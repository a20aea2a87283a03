import { randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Unauthenticated } from '@pm/access';
import type { CommandContext } from '@pm/eventing';
import type { IdentifiedRequest } from './access.guard.js';
import { correlationIdOf, KEY } from './correlation.js';
import { invalid } from './invalid-input.js';
import { revisionIn } from './representation.js';

/** Who asks, and for whom, as the decisions know it: from the token, Idempotency-Key, If-Match and X-Correlation-Id. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): CommandContext => {
  return commandContext(context.switchToHttp().getRequest<IdentifiedRequest>());
});

export function commandContext(
  request: Pick<IdentifiedRequest, 'identity' | 'headers' | 'raw'>,
): CommandContext {
  const { identity, headers } = request;
  if (!identity) throw new Unauthenticated();
  const { actor, onBehalfOf, roles } = identity;
  const key = headerText(headers['idempotency-key'], 'Idempotency-Key');
  const asker = onBehalfOf ? `${actor} for ${onBehalfOf}` : actor;
  const commandId = key === undefined ? randomUUID() : `${asker} ${key}`;
  return {
    actor,
    onBehalfOf,
    roles,
    commandId,
    repeatable: key !== undefined,
    correlationId: headerText(headers['x-correlation-id'], 'X-Correlation-Id') ?? correlationIdOf(request),
    expectedRevision: expected(headers['if-match']),
  };
}

function headerText(value: string | string[] | undefined, name: string): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !KEY.test(value)) {
    throw invalid(name, 'header', 'must be 1 to 100 visible ASCII characters without spaces');
  }
  return value;
}

function expected(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined) return undefined;
  const revision = revisionIn(ifMatch);
  if (revision === undefined)
    throw invalid('If-Match', 'header', 'must be the ETag of a command, or of a goal');
  return revision;
}
