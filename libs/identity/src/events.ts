import { declareEvents } from '@pm/kernel';
import type { ApiKeyEvent } from './api-keys/api-key.events.js';
import type { GrantedRolesEvent } from './granted-roles/granted-roles.events.js';

export type * from './api-keys/api-key.events.js';
export type * from './granted-roles/granted-roles.events.js';

export const identityEvents = declareEvents<ApiKeyEvent | GrantedRolesEvent>()('identity', {
  ApiKeyIssued: { schemaVersion: 1 },
  ApiKeyRevoked: { schemaVersion: 1 },
  RoleGranted: { schemaVersion: 1, reasonAbout: 'data.subject' },
  RoleRevoked: { schemaVersion: 1, reasonAbout: 'data.subject' },
});
