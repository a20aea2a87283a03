import type { Fold } from '@pm/kernel';
import type { GrantedRolesEvent } from './granted-roles.events.js';

/** Who may act in which roles, by the `sub` of their tokens, in the order in which they first were granted one. */
export type GrantedRoles = ReadonlyMap<string, readonly string[]>;

/** The only list of a deployment: one stream, so that the last people admin is known to be the last. */
export const GRANTED_ROLES_ID = 'granted';

/** Who grants roles, and must not die out. */
export const PEOPLE_ADMIN = 'people-admin';

export const grantedRoles: Fold<GrantedRoles, GrantedRolesEvent> = {
  category: 'roles',
  initial: new Map(),
  evolve: (granted, event) => {
    const { subject, role } = event.data;
    const others = (granted.get(subject) ?? []).filter((held) => held !== role);
    switch (event.type) {
      case 'RoleGranted':
        return new Map(granted).set(subject, [...others, role]);
      case 'RoleRevoked':
        return others.length > 0
          ? new Map(granted).set(subject, others)
          : new Map([...granted].filter(([holder]) => holder !== subject));
    }
  },
};

/** Whether anybody else than somebody is people admin by a grant. */
export const hasOtherAdmin = (granted: GrantedRoles, subject: string): boolean =>
  [...granted].some(([holder, roles]) => holder !== subject && roles.includes(PEOPLE_ADMIN));

/**
 * What somebody may act in besides what their token says.
 *
 * @param firstAdmin counts as people admin until somebody else is
 */
export function rolesOf(granted: GrantedRoles, subject: string, firstAdmin?: string): readonly string[] {
  const roles = granted.get(subject) ?? [];
  return subject === firstAdmin && !hasOtherAdmin(granted, subject) ? [...roles, PEOPLE_ADMIN] : roles;
}
