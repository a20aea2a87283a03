import { jest } from '@jest/globals';
import { EsdbEventStore } from '@pm/eventing/eventstoredb';
import { MemoryViewStore } from '@pm/projections/memory';
import { onEngine } from '../support/engines.js';
import { ownLog } from './own-log.js';
import { projectorContract } from './projector.contract.js';

jest.setTimeout(120_000);

onEngine('eventStoreDb', 'a projector from EventStoreDB to memory', (url) => {
  projectorContract(
    'EventStoreDB and memory',
    async () => {
      const events = EsdbEventStore.open(ownLog(url));
      await events.head();
      const views = new MemoryViewStore();
      return {
        events,
        views,
        restart: async () => views,
        close: async () => {
          await views.close();
          await events.close();
        },
      };
    },
    { histories: 20 },
  );
});
