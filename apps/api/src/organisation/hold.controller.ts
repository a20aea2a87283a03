import { Body, Controller, Get, HttpCode, Inject, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Answers, type CommandContext } from '@pm/eventing';
import { type PersonId, unknown } from '@pm/kernel';
import { HoldInput, people, placeHoldCommand, releaseHoldCommand } from '@pm/organisation';
import { By } from '../http/command-context.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PathId } from '../http/id.pipe.js';
import { outcome } from '../http/outcome.js';
import { HoldAnswer } from './hold.answer.js';

/** What keeps people from being erased. */
@Controller('people/:personId')
export class HoldController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(Answers) private readonly answers: Answers,
  ) {}

  @Get('hold')
  @Endpoint('Whether a hold keeps a person from being erased', { permission: 'people.erase' })
  async read(@PathId('person') personId: PersonId): Promise<HoldAnswer> {
    const { joinedAt, heldAt } = await this.answers.asking().read(people, personId);
    if (joinedAt === undefined) throw unknown('person-unknown', 'There is no such person.');
    return { heldAt: heldAt ?? null };
  }

  @Put('hold')
  @Endpoint('Keep a person from being erased, by hand or by a retention rule', { permission: 'people.erase' })
  async place(@PathId('person') personId: PersonId, @Body() { reason }: HoldInput, @By() by: CommandContext) {
    return outcome(await this.commands.execute(placeHoldCommand.of({ personId }, { ...by, reason })));
  }

  @Post('hold-release')
  @HttpCode(200)
  @Endpoint('Let a person be erased again', { permission: 'people.erase' })
  async release(
    @PathId('person') personId: PersonId,
    @Body() { reason }: HoldInput,
    @By() by: CommandContext,
  ) {
    return outcome(await this.commands.execute(releaseHoldCommand.of({ personId }, { ...by, reason })));
  }
}
