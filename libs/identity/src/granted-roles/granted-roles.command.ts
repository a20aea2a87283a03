import { type Role, ROLES } from '@pm/access';
import { command } from '@pm/eventing/commands';
import { IsIn, Length, Matches } from 'class-validator';
import { grantRole } from './grant-role.decide.js';
import { GRANTED_ROLES_ID, grantedRoles } from './granted-roles.state.js';
import { revokeRole } from './revoke-role.decide.js';

export class GrantedRoleInput {
  /** Whose: the `sub` of their tokens, which is the id of a person where they have one. */
  @Length(1, 200)
  @Matches(/^(?!api-key:)\S+$/, { message: 'subject must be the sub of a token; keys have scopes instead' })
  subject: string;

  @IsIn(ROLES)
  role: Role;

  /** Why; sealed under a key of the subject's own. @example "Leads the figures of the pools" */
  @Length(1, 500)
  reason: string;
}

const onRoles = { fold: grantedRoles, id: () => GRANTED_ROLES_ID };

export const grantRoleCommand = command('GrantRole', {
  ...onRoles,
  facts: ({ input: { subject, role } }: { readonly input: GrantedRoleInput }, { by: { actor } }) => ({
    actor,
    subject,
    role,
  }),
  decide: grantRole,
});

export const revokeRoleCommand = command('RevokeRole', {
  ...onRoles,
  facts: ({ input: { subject, role } }: { readonly input: GrantedRoleInput }) => ({ subject, role }),
  decide: revokeRole,
});
