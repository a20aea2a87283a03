import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { WebhookProgress } from '@pm/assembly';
import { Answers, checkPosition, type CommandContext, EventStore } from '@pm/eventing';
import {
  replayWebhookCommand,
  ReplayWebhookInput,
  resumeWebhookCommand,
  subscribedWebhooks,
} from '@pm/webhooks';
import { By } from '../http/command-context.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PathId } from '../http/id.pipe.js';
import { outcome } from '../http/outcome.js';
import { CommandOutcome } from '../http/outcome.answer.js';

/** From where in the log a webhook goes on. */
@Controller('webhooks/:webhookId')
export class WebhookCourseController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(WebhookProgress) private readonly progress: WebhookProgress,
    @Inject(EventStore) private readonly events: EventStore,
  ) {}

  @Post('resume')
  @HttpCode(200)
  @Endpoint('Try again what a webhook did not take', { permission: 'webhook.manage' })
  async resume(@PathId('webhook') webhookId: string, @By() by: CommandContext): Promise<CommandOutcome> {
    const webhook = (await subscribedWebhooks(this.answers.asking())).get(webhookId);
    // Before the log says so, which wakes whoever sends.
    if (webhook) await this.progress.release(webhook, this.answers.now());
    return outcome(await this.commands.execute(resumeWebhookCommand.of({ webhookId }, by)), webhookId);
  }

  @Post('replay')
  @HttpCode(200)
  @Endpoint('Tell a webhook again what follows on a position', { permission: 'webhook.manage' })
  async replay(
    @PathId('webhook') webhookId: string,
    @Body() input: ReplayWebhookInput,
    @By() by: CommandContext,
  ): Promise<CommandOutcome> {
    if (input.after !== undefined) await checkPosition(this.events, input.after);
    return outcome(await this.commands.execute(replayWebhookCommand.of({ webhookId, input }, by)), webhookId);
  }
}
