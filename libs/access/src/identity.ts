import type { ActorId } from '@pm/kernel';
import { allows, type Permission, type Role } from './permissions.js';

/** Who asks, as a token or a key says. */
export interface Identity {
  readonly actor: ActorId;
  /** Whose deputy they are in what they ask; absent where they ask for themselves. */
  readonly onBehalfOf?: ActorId;
  readonly roles: readonly Role[];
  /** All that a key may do; absent for people, who may do what their roles may. */
  readonly scopes?: readonly Permission[];
  /** Seconds since 1970. What was opened for them ends then. */
  readonly expiresAt: number;
}

/** Whether somebody may do this: a machine by the scopes of its key alone, people by their roles. */
export const may = (
  { roles, scopes }: Pick<Identity, 'roles' | 'scopes'>,
  permission: Permission,
): boolean => (scopes ? scopes.includes(permission) : allows(roles, permission));

const KEY_ACTOR = 'api-key:';

/** How the log names a machine that acts by a key. */
export const keyActor = (keyId: string): ActorId => `${KEY_ACTOR}${keyId}` as ActorId;

/** @returns undefined where no key acts */
export const keyIdOf = (actor: string): string | undefined =>
  actor.startsWith(KEY_ACTOR) ? actor.slice(KEY_ACTOR.length) : undefined;
