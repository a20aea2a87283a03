import { type Identity, ROLES } from '@pm/access';
import type { Answers } from '@pm/eventing';
import { epochMs } from '@pm/kernel';
import { RecentlyRead } from '../recently-read.js';
import { GRANTED_ROLES_ID, grantedRoles, type GrantedRoles, rolesOf } from './granted-roles.state.js';

/** Adds the roles that were granted to those of a token. A change of them counts after five seconds at most. */
export class RolesHeld {
  private readonly granted: RecentlyRead<GrantedRoles>;

  /** @param firstAdmin counts as people admin until somebody else is */
  constructor(
    answers: Pick<Answers, 'asking' | 'now'>,
    private readonly firstAdmin?: string,
  ) {
    this.granted = new RecentlyRead(
      (id) => answers.asking().read(grantedRoles, id),
      () => epochMs(answers.now()),
    );
  }

  async withGranted(identity: Identity): Promise<Identity> {
    const granted = await this.granted.get(GRANTED_ROLES_ID);
    const roles = rolesOf(granted, identity.actor, this.firstAdmin);
    if (roles.length === 0) return identity;
    const held = ROLES.filter((role) => identity.roles.includes(role) || roles.includes(role));
    return { ...identity, roles: held };
  }
}
