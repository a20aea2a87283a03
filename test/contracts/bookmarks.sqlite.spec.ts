import type { Db } from '@pm/eventing/sqlite';
import { openStateFile, SqliteBookmarks } from '@pm/jobs/sqlite';
import { bookmarksContract } from './bookmarks.contract.js';
import { temporaryDirectory } from './temporary-directory.js';

bookmarksContract('SQLite', async () => {
  const { path, remove } = temporaryDirectory();
  const opened: Db[] = [];
  return {
    open: () => {
      opened.push(openStateFile(`${path}/state.db`));
      return new SqliteBookmarks(opened.at(-1)!);
    },
    close: async () => {
      for (const db of opened) db.close();
      remove();
    },
  };
});
