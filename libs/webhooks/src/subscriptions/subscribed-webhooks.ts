import type { Asking } from '@pm/eventing';
import { type Webhooks, webhooks, WEBHOOKS_ID } from './webhooks.state.js';

/** Every webhook that there is now. */
export const subscribedWebhooks = ({ read }: Asking): Promise<Webhooks> => read(webhooks, WEBHOOKS_ID);
