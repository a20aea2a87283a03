export * from './delivery/message.js';
export * from './delivery/signed.js';
export { subscribedWebhooks } from './subscriptions/subscribed-webhooks.js';
export * from './subscriptions/webhooks.command.js';
export type { Webhook, Webhooks } from './subscriptions/webhooks.state.js';
export { webhookProblems } from './webhooks.problems.js';
export { WebhooksModule } from './webhooks.module.js';
