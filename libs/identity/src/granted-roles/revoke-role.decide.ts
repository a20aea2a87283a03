import { type Decide, reject } from '@pm/kernel';
import type { GrantedRolesEvent } from './granted-roles.events.js';
import { type GrantedRoles, hasOtherAdmin, PEOPLE_ADMIN } from './granted-roles.state.js';

export interface RevokeRoleFacts {
  readonly subject: string;
  readonly role: string;
}

/** Whoever was granted people-admin last keeps it until another one was: tokens may name nobody. */
export const revokeRole: Decide<RevokeRoleFacts, GrantedRoles, GrantedRolesEvent> = (
  { subject, role },
  granted,
) => {
  if (!granted.get(subject)?.includes(role)) return [];
  if (role === PEOPLE_ADMIN && !hasOtherAdmin(granted, subject))
    return reject('last-people-admin', 'Grant people-admin to somebody else first.');
  return [{ type: 'RoleRevoked', data: { subject, role } }];
};
