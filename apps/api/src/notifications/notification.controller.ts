import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CommandContext } from '@pm/eventing';
import type { PersonId } from '@pm/kernel';
import {
  MailAddressInput,
  notificationText,
  readNotificationCommand,
  setMailAddressCommand,
} from '@pm/notifications';
import { inboxView, presentNotification } from '@pm/notifications/views';
import { ListView } from '@pm/projections/queries';
import { By } from '../http/command-context.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PathId } from '../http/id.pipe.js';
import { where } from '../http/list.query.js';
import { outcome } from '../http/outcome.js';
import { CommandOutcome } from '../http/outcome.answer.js';
import { NotificationsAnswer } from './notification.answer.js';
import { NotificationsQuery } from './notifications.query.js';

/** What people are told of: everyone their own. */
@Controller()
export class NotificationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('notifications')
  @Endpoint('What I am told of, unread first, then the newest first', { permission: 'inbox.read' })
  async list(
    @Query() { state, limit, cursor, after }: NotificationsQuery,
    @By() { actor }: CommandContext,
  ): Promise<NotificationsAnswer> {
    const query = { where: where({ personId: actor, state }), sortBy: 'order', limit, cursor };
    const { documents, next } = await this.queries.execute(new ListView(inboxView, query, { after }));
    const entries = documents.map(({ own }) => own!);
    return {
      notifications: entries.map((entry) => ({
        ...presentNotification(entry),
        text: notificationText(entry),
      })),
      next,
    };
  }

  @Post('notifications/:notificationId/read')
  @HttpCode(200)
  @Endpoint('Mark a notification of mine as read', { permission: 'inbox.read' })
  async read(
    @PathId('notification') notificationId: string,
    @By() by: CommandContext,
  ): Promise<CommandOutcome> {
    const decided = await this.commands.execute(readNotificationCommand.of({ notificationId }, by));
    return outcome(decided, notificationId);
  }

  @Put('people/:personId/mail-address')
  @Endpoint('Say where notifications of a person are mailed to, or nowhere', { permission: 'people.change' })
  async setMailAddress(
    @PathId('person') personId: PersonId,
    @Body() input: MailAddressInput,
    @By() by: CommandContext,
  ): Promise<CommandOutcome> {
    return outcome(await this.commands.execute(setMailAddressCommand.of({ personId, input }, by)));
  }
}
