import { type Answers, type Clock, opened } from '@pm/eventing';
import type { Job, JobContext, JobQueue } from '@pm/jobs';
import { epochMs } from '@pm/kernel';
import { messageOf, signed, subscribedWebhooks, type Webhook, type Webhooks } from '@pm/webhooks';
import { LogFollower } from '../jobs/log-follower.js';
import type { Stores } from '../stores.js';
import { send } from './send.js';
import { WebhookProgress, workIdOf } from './webhook-progress.js';

const KIND = 'deliver-webhook';
/** Some five hours, at a quarter of an hour in the end. */
const ATTEMPTS_MAX = 30;

interface Delivery {
  readonly webhookId: string;
  readonly replays: number;
  readonly eventId: string;
}

interface DeliveryPorts {
  readonly stores: Stores;
  readonly queue: JobQueue;
  readonly clock: Clock;
  readonly onTrouble: (error: Error) => void;
}

/**
 * Tells subscribers outside what happens: each event at least once, in the order of the log. One event at a time is due
 * for a webhook, under the id that it has for everyone who looks; the next is put when it was taken. What puts them is
 * the log and the bookmark alone: whoever looks again, or builds views again, sends nothing again.
 */
export class WebhookDeliveries {
  readonly job: Job = {
    kind: KIND,
    attemptsMax: ATTEMPTS_MAX,
    run: (payload, context) => this.deliver(payload as Delivery, context),
  };
  private readonly progress: WebhookProgress;
  private readonly follower: LogFollower;
  private answers: Answers | undefined;

  constructor(private readonly ports: DeliveryPorts) {
    const { stores, onTrouble } = ports;
    this.progress = new WebhookProgress(stores);
    this.follower = new LogFollower(stores.events, {
      begin: async () => {
        const after = await stores.events.head();
        await this.putAll();
        return after;
      },
      onPage: () => this.putAll(),
      onTrouble,
    });
  }

  start(answers: Answers): void {
    this.answers = answers;
    this.follower.start();
  }

  async stop(): Promise<void> {
    await this.follower.stop();
  }

  private async putAll(): Promise<void> {
    for (const webhook of (await this.subscribed()).values()) await this.putNext(webhook);
  }

  private async putNext(webhook: Webhook): Promise<void> {
    const next = await this.progress.next(webhook);
    if (!next) return;
    const payload = { webhookId: webhook.id, replays: webhook.replays, eventId: next.id };
    const dueAt = this.ports.clock.now();
    await this.ports.queue.put({ id: workIdOf(webhook, next), kind: KIND, dueAt, payload });
  }

  private async deliver({ webhookId, replays, eventId }: Delivery, { signal }: JobContext): Promise<void> {
    const webhook = (await this.subscribed()).get(webhookId);
    if (webhook?.replays !== replays) return;
    const next = await this.progress.next(webhook);
    // Taken already, where what did it was cut off before it could say so.
    if (next?.id === eventId) {
      const body = JSON.stringify(messageOf(next));
      const { secret } = await opened(this.ports.stores.keys, webhook);
      const timestampS = Math.floor(epochMs(this.ports.clock.now()) / 1000);
      const headers = signed(body, { id: next.id, secret: secret as string, timestampS });
      await send(webhook.url, body, { headers, signal });
      await this.progress.taken(webhook, next);
    }
    await this.putNext(webhook);
  }

  private subscribed(): Promise<Webhooks> {
    return subscribedWebhooks(this.answers!.asking());
  }
}
