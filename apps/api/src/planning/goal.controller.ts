import { Body, Controller, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type CommandContext, creationId } from '@pm/eventing';
import type { GoalId } from '@pm/kernel';
import {
  acceptGoalCommand,
  AcceptGoalInput,
  counterProposeGoalCommand,
  discardGoalCommand,
  draftGoalCommand,
  DraftGoalInput,
  proposeGoalCommand,
  ReasonInput,
  redraftGoalCommand,
  setVisibilityCommand,
  SetVisibilityInput,
  TermsInput,
  withdrawGoalCommand,
} from '@pm/planning';
import { By } from '../http/command-context.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PathId } from '../http/id.pipe.js';
import { outcome } from '../http/outcome.js';

/** From a draft to an agreement. Whether somebody may is a rule of the goal, by their relationship to its owner. */
@Controller('goals')
export class GoalController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Endpoint('Draft a goal', { permission: 'goal.plan' })
  async draft(@Body() input: DraftGoalInput, @By() by: CommandContext) {
    const goalId = creationId('goal', { number: input.number, by }) as GoalId;
    return outcome(await this.commands.execute(draftGoalCommand.of({ goalId, input }, by)));
  }

  @Put(':goalId/draft')
  @Endpoint('Rewrite a draft', { permission: 'goal.plan' })
  async redraft(@PathId('goal') goalId: GoalId, @Body() input: TermsInput, @By() by: CommandContext) {
    return outcome(await this.commands.execute(redraftGoalCommand.of({ goalId, input }, by)));
  }

  @Post(':goalId/discard')
  @Endpoint('Discard a draft', { permission: 'goal.plan' })
  async discard(@PathId('goal') goalId: GoalId, @Body() input: ReasonInput, @By() by: CommandContext) {
    const command = discardGoalCommand.of({ goalId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command));
  }

  @Put(':goalId/visibility')
  @Endpoint('Open a goal of a person to everybody, or close it', { permission: 'goal.plan' })
  async setVisibility(
    @PathId('goal') goalId: GoalId,
    @Body() input: SetVisibilityInput,
    @By() by: CommandContext,
  ) {
    const command = setVisibilityCommand.of({ goalId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command));
  }

  @Post(':goalId/proposal')
  @Endpoint('Propose a draft to the other side', { permission: 'goal.plan' })
  async propose(@PathId('goal') goalId: GoalId, @By() by: CommandContext) {
    return outcome(await this.commands.execute(proposeGoalCommand.of({ goalId }, by)));
  }

  @Post(':goalId/counter-proposal')
  @Endpoint('Propose other terms instead', { permission: 'goal.plan' })
  async counterPropose(@PathId('goal') goalId: GoalId, @Body() input: TermsInput, @By() by: CommandContext) {
    return outcome(await this.commands.execute(counterProposeGoalCommand.of({ goalId, input }, by)));
  }

  @Post(':goalId/acceptance')
  @Endpoint('Accept the terms that are proposed', { permission: 'goal.plan' })
  async accept(@PathId('goal') goalId: GoalId, @Body() input: AcceptGoalInput, @By() by: CommandContext) {
    return outcome(await this.commands.execute(acceptGoalCommand.of({ goalId, input }, by)));
  }

  @Post(':goalId/withdrawal')
  @Endpoint('Withdraw a proposal', { permission: 'goal.plan' })
  async withdraw(@PathId('goal') goalId: GoalId, @By() by: CommandContext) {
    return outcome(await this.commands.execute(withdrawGoalCommand.of({ goalId }, by)));
  }
}
