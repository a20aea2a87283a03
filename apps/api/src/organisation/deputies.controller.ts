import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Answers, type CommandContext } from '@pm/eventing';
import { type PersonId, unknown } from '@pm/kernel';
import {
  appointDeputyCommand,
  AppointDeputyInput,
  endDeputyCommand,
  EndDeputyInput,
  ReadDeputies,
} from '@pm/organisation';
import { By } from '../http/command-context.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PathId } from '../http/id.pipe.js';
import { MomentQuery, momentIn } from '../http/moment.query.js';
import { outcome } from '../http/outcome.js';
import type { CommandOutcome } from '../http/outcome.answer.js';
import { type Show, Showing } from '../reads/shown.js';
import { DeputiesAnswer } from './deputies.answer.js';

/** Who may act for somebody while they are away. */
@Controller('people/:personId/deputies')
export class DeputiesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(Answers) private readonly answers: Answers,
  ) {}

  @Get()
  @Endpoint('Who may act for a person, and for whom they may, now or as of any moment', {
    permission: 'people.read',
    recorded: 'person-deputies',
  })
  async read(
    @PathId('person') personId: PersonId,
    @Query() query: MomentQuery,
    @Showing() show: Show,
  ): Promise<DeputiesAnswer> {
    const asked = await momentIn(query, this.answers);
    const at = { asKnownAt: asked.asKnownAt, asOf: asked.asOf ?? this.answers.now() };
    const found = await this.queries.execute(new ReadDeputies(personId, at));
    if (!found) throw unknown('person-unknown', 'There is no such person, or they were not known then.');
    show({ record: personId, subjects: [personId], ...asked });
    return { deputies: [...found.deputies], deputyOf: [...found.deputyOf] };
  }

  @Post()
  @HttpCode(200)
  @Endpoint('Let somebody else act for a person for a time: for themselves, or with `people.change`', {
    permission: 'deputy.appoint',
    own: { of: ['personId'], or: 'people.change' },
  })
  async appoint(
    @PathId('person') personId: PersonId,
    @Body() input: AppointDeputyInput,
    @By() by: CommandContext,
  ): Promise<CommandOutcome> {
    const command = appointDeputyCommand.of({ personId, input }, { ...by, reason: input.reason });
    return outcome(await this.commands.execute(command));
  }

  @Post(':deputyId/end')
  @HttpCode(200)
  @Endpoint('Let somebody act for a person no more: for either of the two, or with `people.change`', {
    permission: 'deputy.appoint',
    own: { of: ['personId', 'deputyId'], or: 'people.change' },
  })
  async end(
    @PathId('person') personId: PersonId,
    @PathId('person', 'deputyId') deputyId: PersonId,
    @Body() { reason }: EndDeputyInput,
    @By() by: CommandContext,
  ): Promise<CommandOutcome> {
    const command = endDeputyCommand.of({ personId, deputyId }, { ...by, reason });
    return outcome(await this.commands.execute(command));
  }
}
