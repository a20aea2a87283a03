import { MongoKeys } from '@pm/eventing/mongodb';
import { onEngine } from '../support/engines.js';
import { mongoDatabase } from '../support/mongo-database.js';
import { keysContract } from './keys.contract.js';

onEngine('mongoDb', 'MongoDB keys', (server) => {
  keysContract('MongoDB', async () => {
    const { url, remove } = mongoDatabase(server);
    const keys = MongoKeys.open(url);
    return {
      keys,
      close: async () => {
        await keys.close();
        await remove();
      },
    };
  });
});
