import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiSecurity } from '@nestjs/swagger';
import type { Permission } from '@pm/access';
import type { ReadKind } from '@pm/reads';

export const PERMISSION = 'throughline:permission';
export const RECORDED = 'throughline:recorded';

/** `public`: anyone, without a token. */
export type EndpointPermission = Permission | 'public';

interface EndpointTerms {
  readonly permission: EndpointPermission;
  /** As what a read of it is recorded; its handler says whom the answer shows. Of nothing sensitive where absent. */
  readonly recorded?: ReadKind;
}

/** Says what a route does and who may use it. A route without it is refused to everyone. */
export function Endpoint(summary: string, { permission, recorded }: EndpointTerms): MethodDecorator {
  const access = permission === 'public' ? ApiSecurity({}) : ApiBearerAuth();
  const permitted = permission === 'public' ? undefined : `Permission: \`${permission}\`.`;
  const description = recorded ? `${permitted} Reads are recorded, as \`${recorded}\`.` : permitted;
  return applyDecorators(
    SetMetadata(PERMISSION, permission),
    SetMetadata(RECORDED, recorded),
    access,
    ApiOperation({ summary, description }),
  );
}
