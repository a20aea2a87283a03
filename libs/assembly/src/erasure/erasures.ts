import type { EventStore, Keys, LoggedEvent } from '@pm/eventing';
import type { PersonErased } from '@pm/organisation/events';
import { catalogue } from '../events-and-views.js';
import { LogFollower } from '../jobs/log-follower.js';

const TYPES = [catalogue.storedName('PersonErased')];

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
  private readonly follower: LogFollower;

  constructor({ events, keys, onTrouble }: ErasurePorts) {
    this.follower = new LogFollower(events, {
      begin: async () => undefined,
      types: TYPES,
      onPage: (page) => destroyKeys(keys, page.events),
      onTrouble,
    });
  }

  start(): void {
    this.follower.start();
  }

  async stop(): Promise<void> {
    await this.follower.stop();
  }
}

async function destroyKeys(keys: Keys, erasures: readonly LoggedEvent[]): Promise<void> {
  for (const { data } of erasures) await keys.destroy((data as PersonErased['data']).personId);
}
