import { declareEvents } from '@pm/kernel';
import type { WebhooksEvent } from './subscriptions/webhooks.events.js';

export type * from './subscriptions/webhooks.events.js';

export const webhookEvents = declareEvents<WebhooksEvent>()('webhooks', {
  WebhookSubscribed: { schemaVersion: 1, personal: { secret: 'data.webhookId' } },
  WebhookUnsubscribed: { schemaVersion: 1 },
  WebhookResumed: { schemaVersion: 1 },
  WebhookReplayed: { schemaVersion: 1 },
});
