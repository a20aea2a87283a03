import { Body, Controller, Delete, Get, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { catalogue, WebhookProgress, type WebhookStanding } from '@pm/assembly';
import { Answers, type CommandContext, creationId, Keys, opened } from '@pm/eventing';
import {
  subscribedWebhooks,
  subscribeWebhookCommand,
  SubscribeWebhookInput,
  unsubscribeWebhookCommand,
  type Webhook,
} from '@pm/webhooks';
import { By } from '../http/command-context.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PathId } from '../http/id.pipe.js';
import { invalid } from '../http/invalid-input.js';
import { outcome } from '../http/outcome.js';
import { CommandOutcome } from '../http/outcome.answer.js';
import { SubscribedAnswer, WebhookAnswer, WebhooksAnswer } from './webhook.answer.js';

/** Who outside is told what happens here. */
@Controller('webhooks')
export class WebhookController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(WebhookProgress) private readonly progress: WebhookProgress,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  @Post()
  @Endpoint('Subscribe a receiver to what happens; the answer shows its secret, once', {
    permission: 'webhook.manage',
  })
  async subscribe(@Body() input: SubscribeWebhookInput, @By() by: CommandContext): Promise<SubscribedAnswer> {
    if (input.types?.some((type) => catalogue.typeOf(type) === undefined))
      throw invalid('/types', 'event-type', 'must name event types as the log stores them');
    const webhookId = creationId('webhook', { by });
    const decided = await this.commands.execute(subscribeWebhookCommand.of({ webhookId, input }, by));
    const answer = outcome(decided, webhookId);
    if (decided.repeated) return answer;
    const { secret } = await opened(
      this.keys,
      (await subscribedWebhooks(this.answers.asking())).get(webhookId)!,
    );
    return Object.assign(answer, { secret: secret! });
  }

  @Get()
  @Endpoint('Every webhook, how far it has come, and why it does not go on', { permission: 'webhook.manage' })
  async list(): Promise<WebhooksAnswer> {
    const shown: WebhookAnswer[] = [];
    for (const webhook of (await subscribedWebhooks(this.answers.asking())).values())
      shown.push(presentWebhook(webhook, await this.progress.standing(webhook)));
    return { webhooks: shown };
  }

  @Delete(':webhookId')
  @Endpoint('Tell a webhook nothing more, and forget its secret', { permission: 'webhook.manage' })
  async unsubscribe(@PathId('webhook') webhookId: string, @By() by: CommandContext): Promise<CommandOutcome> {
    const webhook = (await subscribedWebhooks(this.answers.asking())).get(webhookId);
    const decided = await this.commands.execute(unsubscribeWebhookCommand.of({ webhookId }, by));
    // What was given up ends with it, too.
    if (webhook) await this.progress.release(webhook, this.answers.now());
    await this.keys.destroy(webhookId);
    return outcome(decided, webhookId);
  }
}

/** All but the secret. */
const presentWebhook = ({ id, url, types }: Webhook, standing: WebhookStanding): WebhookAnswer => ({
  id,
  url,
  types,
  ...standing,
});
