import { SqliteEventStore } from '@pm/eventing/sqlite';
import { SqliteViewStore } from '@pm/projections/sqlite';
import { projectorContract } from './projector.contract.js';
import { temporaryDirectory } from './temporary-directory.js';

projectorContract(
  'SQLite',
  async () => {
    const { path, remove } = temporaryDirectory();
    const events = SqliteEventStore.open(`${path}/events.db`);
    const opened = [SqliteViewStore.open(`${path}/views.db`)];
    return {
      events,
      views: opened[0]!,
      restart: async () => {
        await opened.at(-1)!.close();
        opened.push(SqliteViewStore.open(`${path}/views.db`));
        return opened.at(-1)!;
      },
      close: async () => {
        await opened.at(-1)!.close();
        await events.close();
        remove();
      },
    };
  },
  { histories: 20 },
);
