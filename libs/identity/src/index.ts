export * from './api-keys/api-key.command.js';
export { apiKeys } from './api-keys/api-key.state.js';
export { newKey } from './api-keys/key-text.js';
export * from './granted-roles/granted-roles.command.js';
export { GRANTED_ROLES_ID, grantedRoles } from './granted-roles/granted-roles.state.js';
export * from './identities.js';
export { identityProblems } from './identity.problems.js';
export { IdentityModule } from './identity.module.js';
