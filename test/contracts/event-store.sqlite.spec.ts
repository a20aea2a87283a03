import { SqliteEventStore } from '@pm/eventing/sqlite';
import { eventStoreContract } from './event-store.contract.js';
import { temporaryDirectory } from './temporary-directory.js';

eventStoreContract('SQLite', async () => {
  const { path, remove } = temporaryDirectory();
  const store = SqliteEventStore.open(`${path}/events.db`);
  return {
    store,
    close: async () => {
      await store.close();
      remove();
    },
  };
});
