import type { Db } from '@pm/eventing/sqlite';
import { openStateFile } from '@pm/jobs/sqlite';
import { SqliteReadLog } from '@pm/reads/sqlite';
import { readLogContract } from './read-log.contract.js';
import { temporaryDirectory } from './temporary-directory.js';

readLogContract('SQLite', async () => {
  const { path, remove } = temporaryDirectory();
  const opened: Db[] = [];
  return {
    open: () => {
      opened.push(openStateFile(`${path}/state.db`));
      return new SqliteReadLog(opened.at(-1)!);
    },
    close: async () => {
      for (const db of opened) db.close();
      remove();
    },
  };
});
