import { jest } from '@jest/globals';
import { MongoViewStore } from '@pm/projections/mongodb';
import { onEngine } from '../support/engines.js';
import { mongoDatabase } from '../support/mongo-database.js';
import { viewStoreContract } from './view-store.contract.js';

jest.setTimeout(120_000);

onEngine('mongoDb', 'MongoDB view store', (server) => {
  viewStoreContract('MongoDB', async () => {
    const { url, remove } = mongoDatabase(server);
    const views = MongoViewStore.open(url);
    return {
      views,
      close: async () => {
        await views.close();
        await remove();
      },
    };
  });
});
