import type { Event } from '@pm/kernel';

/** Somebody may act in a role, besides those that their tokens name. */
export type RoleGranted = Event<
  'RoleGranted',
  {
    /** The `sub` of their tokens: a pseudonym. */
    subject: string;
    role: string;
  }
>;

/** They may no more, unless their tokens name it. */
export type RoleRevoked = Event<'RoleRevoked', { subject: string; role: string }>;

export type GrantedRolesEvent = RoleGranted | RoleRevoked;
