import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiSecurity } from '@nestjs/swagger';
import { isDelegable, type Permission } from '@pm/access';
import type { ReadKind } from '@pm/reads';
import { Recorded } from '../reads/recorded-route.js';
import { ON_BEHALF_OF } from './on-behalf.js';

export const PERMISSION = 'throughline:permission';
export const OWN = 'throughline:own';

/** `public`: anyone, without a token. */
export type EndpointPermission = Permission | 'public';

/** For people themselves, and for whoever may do more. */
export interface OwnTerms {
  /** Parameters of the path that name who they are. */
  readonly of: readonly string[];
  /** With this permission besides, for anybody. */
  readonly or: Permission;
}

interface EndpointTerms {
  readonly permission: EndpointPermission;
  /** For everyone whom its permission lets in where absent. */
  readonly own?: OwnTerms;
  /** As what a read of it is recorded; its handler says whom the answer shows. Of nothing sensitive where absent. */
  readonly recorded?: ReadKind;
}

const REPRESENTED = ApiHeader({
  name: ON_BEHALF_OF,
  required: false,
  description: 'Of whom you are deputy in this: the id of a person, or `number:<number>`.',
  schema: { type: 'string' },
});

/** Says what a route does and who may use it. A route without it is refused to everyone. */
export function Endpoint(summary: string, { permission, own, recorded }: EndpointTerms): MethodDecorator {
  const access = permission === 'public' ? ApiSecurity({}) : ApiBearerAuth();
  const permitted = permission === 'public' ? undefined : `Permission: \`${permission}\`.`;
  const description = recorded ? `${permitted} Reads are recorded, as \`${recorded}\`.` : permitted;
  return applyDecorators(
    SetMetadata(PERMISSION, permission),
    SetMetadata(OWN, own),
    ...(recorded ? [Recorded(recorded)] : []),
    access,
    ApiOperation({ summary, description }),
    ...(permission !== 'public' && isDelegable(permission) ? [REPRESENTED] : []),
  );
}
