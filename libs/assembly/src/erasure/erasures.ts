import { setTimeout as delay } from 'node:timers/promises';
import { type EventStore, type Keys, type LoggedEvent, Subscription } from '@pm/eventing';
import type { PersonErased } from '@pm/organisation/events';
import { catalogue } from '../contexts.js';

const TYPES = [catalogue.storedName('PersonErased')];
const PAGE_EVENTS = 1000;
const POLL_MS = 500;
const AGAIN_MS = 1000;

interface ErasurePorts {
  readonly events: EventStore;
  readonly keys: Keys;
  readonly onTrouble: (error: Error) => void;
}

/**
 * Destroys the key of everyone of whom the log says that they are erased. Whoever records an erasure does so at once;
 * this does it where they were cut off before they could. It keeps no place of its own and begins anew at the start of
 * the log each time: so keys that came back with a backup go again, too. To destroy a key twice changes nothing.
 */
export class Erasures {
  private readonly stopping = new AbortController();
  private subscription: Subscription | undefined;
  private ended: Promise<void> = Promise.resolve();

  constructor(private readonly ports: ErasurePorts) {}

  start(): void {
    this.ended = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.subscription?.stop().catch(() => {});
    await this.ended;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const { events, keys, onTrouble } = this.ports;
    const options = { types: TYPES, batch: PAGE_EVENTS, pollMs: POLL_MS };
    while (!signal.aborted) {
      try {
        this.subscription = new Subscription(events, options, (page) => destroyKeys(keys, page.events));
        await this.subscription.done;
      } catch (error) {
        onTrouble(error as Error);
        await delay(AGAIN_MS, undefined, { signal }).catch(() => {});
      }
    }
  }
}

async function destroyKeys(keys: Keys, erasures: readonly LoggedEvent[]): Promise<void> {
  for (const { data } of erasures) await keys.destroy((data as PersonErased['data']).personId);
}
