import { join } from 'node:path';
import { type Config } from '@pm/config';
import type { MasterKeys } from '@pm/eventing';
import { masterKeysIn } from './master-key-settings.js';

/** What a deployment keeps, each in a store of its own. */
export type StoreName = 'events' | 'views' | 'keys' | 'state';

/** Where each store is: on a server where there is a URL for it, else in a file of the data directory. */
export interface StoreAddresses {
  readonly directory: string;
  readonly urls: Readonly<Partial<Record<StoreName, string>>>;
  /** What people's keys are wrapped under; they lie in clear where absent. */
  readonly masterKeys?: MasterKeys;
}

const STORES: readonly StoreName[] = ['events', 'views', 'keys', 'state'];

/** @throws BadConfig where a master key cannot be used */
export const addressesIn = (config: Config): StoreAddresses => ({
  directory: config.THROUGHLINE_DATA,
  urls: {
    events: config.THROUGHLINE_EVENTS_URL,
    views: config.THROUGHLINE_VIEWS_URL,
    keys: config.THROUGHLINE_KEYS_URL,
    state: config.THROUGHLINE_STATE_URL,
  },
  masterKeys: masterKeysIn(config),
});

export const inDirectory = (directory: string): StoreAddresses => ({ directory, urls: {} });

/** Whether every store is on a server, so that any number of processes can work on them. */
export const areShared = ({ urls }: StoreAddresses): boolean =>
  STORES.every((store) => urls[store] !== undefined);

export const fileOf = (directory: string, store: StoreName): string => join(directory, `${store}.db`);
