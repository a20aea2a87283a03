import { Body, Controller, Get, Inject, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Answers, type CommandContext } from '@pm/eventing';
import { calendarInForce, frozenPeriods, type Period } from '@pm/kernel';
import {
  freezePeriodCommand,
  FreezePeriodInput,
  releasePeriodCommand,
  setCalendarCommand,
  SetCalendarInput,
} from '@pm/organisation';
import { By } from '../http/command-context.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { outcome } from '../http/outcome.js';
import { PathPeriod } from '../http/period.pipe.js';
import { CalendarAnswer } from './calendar.answer.js';

/** How the organisation counts time, and what of it is closed. */
@Controller()
export class CalendarController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(Answers) private readonly answers: Answers,
  ) {}

  @Put('calendar')
  @Endpoint('Set how the organisation counts time', { permission: 'organisation.change' })
  async setCalendar(@Body() input: SetCalendarInput, @By() by: CommandContext) {
    return outcome(await this.commands.execute(setCalendarCommand.of(input, by)));
  }

  @Get('calendar')
  @Endpoint('How the organisation counts time, and which periods are frozen', {
    permission: 'organisation.read',
  })
  async read(): Promise<CalendarAnswer> {
    const { ask } = this.answers.asking();
    return { ...(await ask(calendarInForce, {})), frozen: await ask(frozenPeriods, {}) };
  }

  @Post('periods/:period/freeze')
  @Endpoint('Freeze a period that is over: its goals and values stand', { permission: 'period.freeze' })
  async freeze(
    @PathPeriod() period: Period,
    @Body() { reason }: FreezePeriodInput,
    @By() by: CommandContext,
  ) {
    return outcome(await this.commands.execute(freezePeriodCommand.of({ period }, { ...by, reason })));
  }

  @Post('periods/:period/release')
  @Endpoint('Release a period that was frozen', { permission: 'period.freeze' })
  async release(
    @PathPeriod() period: Period,
    @Body() { reason }: FreezePeriodInput,
    @By() by: CommandContext,
  ) {
    return outcome(await this.commands.execute(releasePeriodCommand.of({ period }, { ...by, reason })));
  }
}
