import { type ActorId, type Decide, forbidden, reject } from '@pm/kernel';
import type { GrantedRolesEvent } from './granted-roles.events.js';
import type { GrantedRoles } from './granted-roles.state.js';

export interface GrantRoleFacts {
  readonly actor: ActorId;
  readonly subject: string;
  readonly role: string;
}

/** A list that is folded whole, and kept in memory. */
const SUBJECTS_MAX = 1000;

/** Nobody widens what they may do themselves. */
export const grantRole: Decide<GrantRoleFacts, GrantedRoles, GrantedRolesEvent> = (facts, granted) => {
  const { actor, subject, role } = facts;
  if ((actor as string) === subject)
    return forbidden('own-role', 'Ask another people admin or system admin to grant it to you.');
  if (granted.get(subject)?.includes(role)) return [];
  if (granted.size >= SUBJECTS_MAX && !granted.has(subject))
    return reject('too-many-grants', 'Have the identity provider name roles in its tokens instead.', {
      limit: SUBJECTS_MAX,
    });
  return [{ type: 'RoleGranted', data: { subject, role } }];
};
