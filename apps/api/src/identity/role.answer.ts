import { ApiProperty } from '@nestjs/swagger';

/** Who may act in roles that their tokens do not name. */
export class GrantedRolesAnswer {
  /** The `sub` of their tokens. */
  subject: string;

  @ApiProperty({ type: [String] })
  roles: readonly string[];
}

export class RoleGrantsAnswer {
  @ApiProperty({ type: [GrantedRolesAnswer] })
  grants: readonly GrantedRolesAnswer[];
}
