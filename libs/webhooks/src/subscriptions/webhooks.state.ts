import type { Fold, PersonalText } from '@pm/kernel';
import type { WebhooksEvent } from './webhooks.events.js';

/** Somebody outside who is told what happens. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly types?: readonly string[];
  /** Sealed. */
  readonly secret: PersonalText;
  /** How often it began anew: what was told before counts no more. */
  readonly replays: number;
  /** Where it began the last time, exclusive; at the start of the log where absent. */
  readonly after?: string;
}

/** By their ids, in the order in which they came. */
export type Webhooks = ReadonlyMap<string, Webhook>;

/** The only list of a deployment. */
export const WEBHOOKS_ID = 'subscriptions';

export const webhooks: Fold<Webhooks, WebhooksEvent> = {
  category: 'webhooks',
  initial: new Map(),
  evolve: (state, event) => {
    switch (event.type) {
      case 'WebhookSubscribed': {
        const { webhookId: id, url, types, secret, after } = event.data;
        return new Map(state).set(id, { id, url, types, secret, after, replays: 0 });
      }
      case 'WebhookUnsubscribed':
        return new Map([...state].filter(([id]) => id !== event.data.webhookId));
      case 'WebhookResumed':
        return state;
      case 'WebhookReplayed': {
        const { webhookId: id, after } = event.data;
        const known = state.get(id);
        return known ? new Map(state).set(id, { ...known, after, replays: known.replays + 1 }) : state;
      }
    }
  },
};
