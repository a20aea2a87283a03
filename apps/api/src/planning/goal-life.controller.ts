import { Body, Controller, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '@pm/eventing';
import type { GoalId } from '@pm/kernel';
import {
  acknowledgeCompletionCommand,
  activateGoalCommand,
  archiveGoalCommand,
  cancelGoalCommand,
  ChangeTermsInput,
  completeGoalCommand,
  CompleteGoalInput,
  decideChangeCommand,
  handOverGoalCommand,
  HandOverGoalInput,
  pauseGoalCommand,
  placeGoalCommand,
  PlaceGoalInput,
  postponeGoalCommand,
  PostponeGoalInput,
  ReasonInput,
  reopenGoalCommand,
  requestChangeCommand,
  resumeGoalCommand,
  withdrawChangeCommand,
} from '@pm/planning';
import { By } from '../http/command-context.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PathId } from '../http/id.pipe.js';
import { outcome } from '../http/outcome.js';
import { seen } from '../http/seen-revision.js';

/** From the agreement on. What was agreed is changed only by someone who saw it (If-Match) and says why. */
@Controller('goals/:goalId')
export class GoalLifeController {
  constructor(private readonly commands: CommandBus) {}

  @Post('change-request')
  @Endpoint('Ask for other terms; an administrator revises them at once', { permission: 'goal.plan' })
  async requestChange(
    @PathId('goal') goalId: GoalId,
    @Body() input: ChangeTermsInput,
    @By() by: CommandContext,
  ) {
    const command = requestChangeCommand.of({ goalId, input }, seen(by, input.reason));
    return outcome(await this.commands.execute(command));
  }

  @Post('change-approval')
  @Endpoint('Approve the change that was asked for', { permission: 'goal.plan' })
  async approveChange(@PathId('goal') goalId: GoalId, @Body() input: ReasonInput, @By() by: CommandContext) {
    const command = decideChangeCommand.of({ goalId, input, approve: true }, seen(by, input.reason));
    return outcome(await this.commands.execute(command));
  }

  @Post('change-rejection')
  @Endpoint('Reject the change that was asked for', { permission: 'goal.plan' })
  async rejectChange(@PathId('goal') goalId: GoalId, @Body() input: ReasonInput, @By() by: CommandContext) {
    const command = decideChangeCommand.of({ goalId, input, approve: false }, seen(by, input.reason));
    return outcome(await this.commands.execute(command));
  }

  @Post('change-withdrawal')
  @Endpoint('Take back the change that you asked for', { permission: 'goal.plan' })
  async withdrawChange(@PathId('goal') goalId: GoalId, @By() by: CommandContext) {
    return outcome(await this.commands.execute(withdrawChangeCommand.of({ goalId }, seen(by))));
  }

  @Put('parents')
  @Endpoint('Place a goal under others, from a day on', { permission: 'goal.plan' })
  async place(@PathId('goal') goalId: GoalId, @Body() input: PlaceGoalInput, @By() by: CommandContext) {
    return outcome(
      await this.commands.execute(placeGoalCommand.of({ goalId, input }, seen(by, input.reason))),
    );
  }

  @Put('owner')
  @Endpoint('Hand a goal over to another person or unit', { permission: 'goal.plan' })
  async handOver(@PathId('goal') goalId: GoalId, @Body() input: HandOverGoalInput, @By() by: CommandContext) {
    return outcome(
      await this.commands.execute(handOverGoalCommand.of({ goalId, input }, seen(by, input.reason))),
    );
  }

  @Post('activation')
  @Endpoint('Begin with an agreed goal', { permission: 'goal.plan' })
  async activate(@PathId('goal') goalId: GoalId, @Body() input: ReasonInput, @By() by: CommandContext) {
    const command = activateGoalCommand.of({ goalId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command));
  }

  @Post('pause')
  @Endpoint('Pause a goal', { permission: 'goal.plan' })
  async pause(@PathId('goal') goalId: GoalId, @Body() input: ReasonInput, @By() by: CommandContext) {
    const command = pauseGoalCommand.of({ goalId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command));
  }

  @Post('resumption')
  @Endpoint('Go on with a paused goal', { permission: 'goal.plan' })
  async resume(@PathId('goal') goalId: GoalId, @Body() input: ReasonInput, @By() by: CommandContext) {
    const command = resumeGoalCommand.of({ goalId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command));
  }

  @Post('postponement')
  @Endpoint('Postpone a goal: another one takes its place', { permission: 'goal.plan' })
  async postpone(@PathId('goal') goalId: GoalId, @Body() input: PostponeGoalInput, @By() by: CommandContext) {
    const command = postponeGoalCommand.of({ goalId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command));
  }

  @Post('completion')
  @Endpoint('Complete a goal with its result and lessons', { permission: 'goal.plan' })
  async complete(@PathId('goal') goalId: GoalId, @Body() input: CompleteGoalInput, @By() by: CommandContext) {
    const command = completeGoalCommand.of({ goalId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command));
  }

  @Post('acknowledgement')
  @Endpoint('Acknowledge how a goal came out, as the manager', { permission: 'goal.plan' })
  async acknowledge(@PathId('goal') goalId: GoalId, @By() by: CommandContext) {
    return outcome(await this.commands.execute(acknowledgeCompletionCommand.of({ goalId }, by)));
  }

  @Post('archival')
  @Endpoint('Archive a goal that is over: out of the lists, its history as it was', {
    permission: 'goal.plan',
  })
  async archive(@PathId('goal') goalId: GoalId, @Body() input: ReasonInput, @By() by: CommandContext) {
    const command = archiveGoalCommand.of({ goalId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command));
  }

  @Post('cancellation')
  @Endpoint('Cancel a goal', { permission: 'goal.plan' })
  async cancel(@PathId('goal') goalId: GoalId, @Body() input: ReasonInput, @By() by: CommandContext) {
    const command = cancelGoalCommand.of({ goalId, input }, seen(by, input.reason));
    return outcome(await this.commands.execute(command));
  }

  @Post('reopening')
  @Endpoint('Reopen a completed goal', { permission: 'goal.plan' })
  async reopen(@PathId('goal') goalId: GoalId, @Body() input: ReasonInput, @By() by: CommandContext) {
    const command = reopenGoalCommand.of({ goalId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command));
  }
}
