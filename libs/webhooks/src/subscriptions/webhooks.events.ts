import type { Event, PersonalText } from '@pm/kernel';

export type WebhookSubscribed = Event<
  'WebhookSubscribed',
  {
    webhookId: string;
    url: string;
    /** Stored names of the events to tell of; every one where absent. */
    types?: string[];
    /** Signs what is sent. Sealed under a key of the webhook's own. */
    secret: PersonalText;
    /** Where the log ended: what follows is told. Absent for an empty log. */
    after?: string;
  }
>;

export type WebhookUnsubscribed = Event<'WebhookUnsubscribed', { webhookId: string }>;

/** What was given up is tried again. */
export type WebhookResumed = Event<'WebhookResumed', { webhookId: string }>;

/** All that follows on a position is told, be it again; from the start of the log where absent. */
export type WebhookReplayed = Event<'WebhookReplayed', { webhookId: string; after?: string }>;

export type WebhooksEvent = WebhookSubscribed | WebhookUnsubscribed | WebhookResumed | WebhookReplayed;
