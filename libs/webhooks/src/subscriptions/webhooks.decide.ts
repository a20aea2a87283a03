import { type Decide, neverValid, reject, type Rejection, unknown } from '@pm/kernel';
import type { WebhooksEvent } from './webhooks.events.js';
import type { Webhooks } from './webhooks.state.js';

const WEBHOOKS_MAX = 50;
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

export interface SubscribeFacts {
  readonly webhookId: string;
  readonly url: string;
  readonly types?: readonly string[];
  readonly secret: string;
  /** Where the log ends. */
  readonly after?: string;
}

export interface OfWebhook {
  readonly webhookId: string;
}

/** What is told leaves the house: only by an encrypted way, or not at all. */
export const subscribeWebhook: Decide<SubscribeFacts, Webhooks, WebhooksEvent> = (facts, state) => {
  const { webhookId, url, types, secret, after } = facts;
  if (state.has(webhookId)) return [];
  if (!isSafe(url))
    return neverValid(
      'webhook-url-unsafe',
      'Use an https address without a user name, a password or a fragment; http is for this machine only.',
    );
  if (state.size >= WEBHOOKS_MAX)
    return reject('too-many-webhooks', 'Remove a webhook that is not used any more.', {
      limit: WEBHOOKS_MAX,
    });
  const data = { webhookId, url, secret, after, ...(types && { types: [...new Set(types)].sort() }) };
  return [{ type: 'WebhookSubscribed', data }];
};

/** Removing what is gone is nothing new. */
export const unsubscribeWebhook: Decide<OfWebhook, Webhooks, WebhooksEvent> = ({ webhookId }, state) =>
  state.has(webhookId) ? [{ type: 'WebhookUnsubscribed', data: { webhookId } }] : [];

export const resumeWebhook: Decide<OfWebhook, Webhooks, WebhooksEvent> = ({ webhookId }, state) =>
  state.has(webhookId) ? [{ type: 'WebhookResumed', data: { webhookId } }] : webhookUnknown(webhookId);

export const replayWebhook: Decide<OfWebhook & { readonly after?: string }, Webhooks, WebhooksEvent> = (
  { webhookId, after },
  state,
) =>
  state.has(webhookId)
    ? [{ type: 'WebhookReplayed', data: { webhookId, after } }]
    : webhookUnknown(webhookId);

const webhookUnknown = (webhookId: string): Rejection =>
  unknown('webhook-unknown', 'There is no such webhook.', { webhookId });

function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (username || password || hash) return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}
