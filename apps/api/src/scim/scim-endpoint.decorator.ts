import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  Header,
  HttpCode,
} from '@nestjs/common';
import { ApiDefaultResponse, ApiExtraModels, ApiProduces, getSchemaPath } from '@nestjs/swagger';
import type { CommandContext } from '@pm/eventing';
import type { IdentifiedRequest } from '../http/access.guard.js';
import { commandContext } from '../http/command-context.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { SCIM_TYPE } from './schemas.js';
import { ScimErrorAnswer } from './scim.answer.js';

/** A route of SCIM, for whoever provisions people. */
export const ScimEndpoint = (summary: string): MethodDecorator =>
  applyDecorators(
    Provisioning(summary),
    Header('content-type', `${SCIM_TYPE}; charset=utf-8`),
    ApiProduces(SCIM_TYPE),
  );

/** One that answers nothing. */
export const SilentScimEndpoint = (summary: string): MethodDecorator =>
  applyDecorators(Provisioning(summary), HttpCode(204));

const Provisioning = (summary: string): MethodDecorator =>
  applyDecorators(
    Endpoint(summary, { permission: 'people.provision' }),
    ApiExtraModels(ScimErrorAnswer),
    ApiDefaultResponse({
      description: 'Why it was not done.',
      content: { [SCIM_TYPE]: { schema: { $ref: getSchemaPath(ScimErrorAnswer) } } },
    }),
  );

/** Who provisions. SCIM knows neither Idempotency-Key nor our revisions: what is said again is nothing new. */
export const ProvisionedBy = createParamDecorator((_: unknown, context: ExecutionContext): CommandContext => {
  const { identity, raw } = context.switchToHttp().getRequest<IdentifiedRequest>();
  return commandContext({ identity, raw, headers: {} });
});
