import { jest } from '@jest/globals';
import { MemoryEventStore } from '@pm/eventing/memory';
import { MongoViewStore } from '@pm/projections/mongodb';
import { onEngine } from '../support/engines.js';
import { mongoDatabase } from '../support/mongo-database.js';
import { projectorContract } from './projector.contract.js';

jest.setTimeout(120_000);

onEngine('mongoDb', 'a projector to MongoDB', (server) => {
  projectorContract(
    'memory, MongoDB',
    async () => {
      const { url, remove } = mongoDatabase(server);
      const opened = [MongoViewStore.open(url)];
      return {
        events: new MemoryEventStore(),
        views: opened[0]!,
        restart: async () => {
          await opened.at(-1)!.close();
          opened.push(MongoViewStore.open(url));
          return opened.at(-1)!;
        },
        close: async () => {
          await opened.at(-1)!.close();
          await remove();
        },
      };
    },
    { histories: 8 },
  );
});
