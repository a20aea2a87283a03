import type { Db } from '@pm/eventing/sqlite';
import { openStateFile, SqliteLeases } from '@pm/jobs/sqlite';
import { leasesContract } from './leases.contract.js';
import { temporaryDirectory } from './temporary-directory.js';

leasesContract('SQLite', async () => {
  const { path, remove } = temporaryDirectory();
  const opened: Db[] = [];
  return {
    join: (stopwatchMs) => {
      opened.push(openStateFile(`${path}/state.db`));
      return new SqliteLeases(opened.at(-1)!, stopwatchMs);
    },
    close: async () => {
      for (const db of opened) db.close();
      remove();
    },
  };
});
