import { MongoKeys } from '@pm/eventing/mongodb';
import { onEngine } from '../support/engines.js';
import { mongoDatabase } from '../support/mongo-database.js';
import { masterKey } from '../support/master-key.js';
import { keysContract } from './keys.contract.js';
import { wrappedKeysContract } from './wrapped-keys.contract.js';

onEngine('mongoDb', 'MongoDB keys', (server) => {
  for (const [name, masterKeys] of [
    ['MongoDB', undefined],
    ['Wrapped MongoDB', { current: masterKey(1) }],
  ] as const)
    keysContract(name, async () => {
      const { url, remove } = mongoDatabase(server);
      const keys = MongoKeys.open(url, { masterKeys });
      return {
        keys,
        close: async () => {
          await keys.close();
          await remove();
        },
      };
    });

  wrappedKeysContract('MongoDB', () => {
    const { url, remove } = mongoDatabase(server);
    return { open: (options) => MongoKeys.open(url, options), remove };
  });
});
