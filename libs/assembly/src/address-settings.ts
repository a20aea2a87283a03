import type { Config } from '@pm/config';
import type { StoreAddresses } from './addresses.js';
import { masterKeysIn } from './master-key-settings.js';

/** Where a deployment keeps its stores. @throws BadConfig where a master key cannot be used */
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
