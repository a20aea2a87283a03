import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiSecurity } from '@nestjs/swagger';
import type { Permission } from '@pm/access';

export const PERMISSION = 'throughline:permission';

/** `public`: anyone, without a token. */
export type EndpointPermission = Permission | 'public';

/** Says what a route does and who may use it. A route without it is refused to everyone. */
export function Endpoint(
  summary: string,
  { permission }: { permission: EndpointPermission },
): MethodDecorator {
  const access = permission === 'public' ? ApiSecurity({}) : ApiBearerAuth();
  const description = permission === 'public' ? undefined : `Permission: \`${permission}\`.`;
  return applyDecorators(SetMetadata(PERMISSION, permission), access, ApiOperation({ summary, description }));
}
