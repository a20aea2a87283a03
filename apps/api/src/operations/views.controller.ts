import { Body, Controller, Get, HttpCode, Inject, Logger, Param, Post } from '@nestjs/common';
import { ViewOperations } from '@pm/assembly';
import { Clock, type CommandContext } from '@pm/eventing';
import type { ParkedRequest } from '@pm/projections';
import { Length } from 'class-validator';
import { By } from '../http/command-context.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { ParkedAskedAnswer, ParkedEventsAnswer, ViewsAnswer } from './views.answer.js';

export class SkipInput {
  /** Why the view may go without this event; kept with it, until a rebuild. */
  @Length(1, 500)
  reason: string;
}

/** How the views stand, and what becomes of events that they could not take. No content: names, ids and errors. */
@Controller('operations/views')
export class ViewsController {
  private readonly logger = new Logger('Operations');

  constructor(
    @Inject(ViewOperations) private readonly operations: ViewOperations,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  @Endpoint('How each view stands: how far it is behind, what it has parked', {
    permission: 'operations.view',
  })
  async list(): Promise<ViewsAnswer> {
    return { views: await this.operations.statuses() };
  }

  @Get(':name/parked')
  @Endpoint('Events that a view could not take, those that wait behind them, and those left out', {
    permission: 'operations.view',
  })
  async parked(@Param('name') name: string): Promise<ParkedEventsAnswer> {
    return { parked: await this.operations.parked(name) };
  }

  @Post(':name/parked/:position/retry')
  @HttpCode(202)
  @Endpoint('Have a view try again to take an event that failed', { permission: 'operations.act' })
  async retry(
    @Param('name') name: string,
    @Param('position') position: string,
    @By() by: CommandContext,
  ): Promise<ParkedAskedAnswer> {
    return this.ask(name, position, { to: 'retry', by: by.actor, at: this.clock.now() });
  }

  @Post(':name/parked/:position/skip')
  @HttpCode(202)
  @Endpoint('Have a view go on without an event', { permission: 'operations.act' })
  async skip(
    @Param('name') name: string,
    @Param('position') position: string,
    @Body() { reason }: SkipInput,
    @By() by: CommandContext,
  ): Promise<ParkedAskedAnswer> {
    return this.ask(name, position, { to: 'skip', by: by.actor, at: this.clock.now(), reason });
  }

  private async ask(name: string, position: string, request: ParkedRequest): Promise<ParkedAskedAnswer> {
    await this.operations.ask(name, position, request);
    this.logger.warn(`${request.by} asks ${name} to ${request.to} the event at ${position}`);
    return { position, asked: request };
  }
}
