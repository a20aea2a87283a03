import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Answers, type CommandContext } from '@pm/eventing';
import {
  GRANTED_ROLES_ID,
  GrantedRoleInput,
  grantedRoles,
  grantRoleCommand,
  revokeRoleCommand,
} from '@pm/identity';
import { By } from '../http/command-context.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { outcome } from '../http/outcome.js';
import { CommandOutcome } from '../http/outcome.answer.js';
import { RoleGrantsAnswer } from './role.answer.js';

/** Roles that people have besides those that their tokens name. */
@Controller('roles')
export class RoleController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(Answers) private readonly answers: Answers,
  ) {}

  @Get()
  @Endpoint('Who was granted which roles, beside what tokens say', { permission: 'role.grant' })
  async list(): Promise<RoleGrantsAnswer> {
    const granted = await this.answers.asking().read(grantedRoles, GRANTED_ROLES_ID);
    return { grants: Array.from(granted, ([subject, roles]) => ({ subject, roles })) };
  }

  @Post('grant')
  @HttpCode(200)
  @Endpoint('Let somebody else act in a role', { permission: 'role.grant' })
  async grant(@Body() input: GrantedRoleInput, @By() by: CommandContext): Promise<CommandOutcome> {
    const command = grantRoleCommand.of({ input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command), input.subject);
  }

  @Post('revoke')
  @HttpCode(200)
  @Endpoint('Let somebody act in a role no more, unless their tokens name it', { permission: 'role.grant' })
  async revoke(@Body() input: GrantedRoleInput, @By() by: CommandContext): Promise<CommandOutcome> {
    const command = revokeRoleCommand.of({ input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command), input.subject);
  }
}
