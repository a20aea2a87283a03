import { Body, Controller, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '@pm/eventing';
import type { GoalId } from '@pm/kernel';
import {
  endOverrideCommand,
  overrideProgressCommand,
  OverrideProgressInput,
  ReasonInput,
  setRollUpCommand,
  SetRollUpInput,
} from '@pm/planning';
import { By } from '../http/command-context.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PathId } from '../http/id.pipe.js';
import { outcome } from '../http/outcome.js';
import { seen } from '../http/seen-revision.js';

/** How far a goal is said to be: by what contributes to it, or by somebody's word. */
@Controller('goals/:goalId')
export class GoalProgressController {
  constructor(private readonly commands: CommandBus) {}

  @Put('roll-up')
  @Endpoint('Set how what contributes to a goal makes its progress', { permission: 'goal.plan' })
  async setRollUp(@PathId('goal') goalId: GoalId, @Body() input: SetRollUpInput, @By() by: CommandContext) {
    const command = setRollUpCommand.of({ goalId, input }, seen(by, input.reason));
    return outcome(await this.commands.execute(command));
  }

  @Put('progress-override')
  @Endpoint('Say how far a goal is, whatever the data say, until a day', { permission: 'goal.plan' })
  async override(
    @PathId('goal') goalId: GoalId,
    @Body() input: OverrideProgressInput,
    @By() by: CommandContext,
  ) {
    const command = overrideProgressCommand.of({ goalId, input }, seen(by, input.reason));
    return outcome(await this.commands.execute(command));
  }

  @Post('progress-override/end')
  @Endpoint('Let the data tell the progress again', { permission: 'goal.plan' })
  async endOverride(@PathId('goal') goalId: GoalId, @Body() input: ReasonInput, @By() by: CommandContext) {
    const command = endOverrideCommand.of({ goalId, input }, seen(by, input.reason));
    return outcome(await this.commands.execute(command));
  }
}
