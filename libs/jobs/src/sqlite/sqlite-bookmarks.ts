import type { Db } from '@pm/eventing/sqlite';
import { Bookmarks } from '../bookmarks.js';

/** Bookmarks in the state file. */
export class SqliteBookmarks extends Bookmarks {
  private readonly find;
  private readonly move;

  constructor(db: Db) {
    super();
    this.find = db.prepare<[string], { position: string }>('SELECT position FROM bookmarks WHERE name = ?');
    this.move = db.prepare<[string, string]>(
      `INSERT INTO bookmarks (name, position) VALUES (?, ?)
       ON CONFLICT DO UPDATE SET position = max(position, excluded.position)`,
    );
  }

  async at(name: string): Promise<string | undefined> {
    return this.find.get(name)?.position;
  }

  async advance(name: string, to: string): Promise<void> {
    this.move.run(name, to);
  }
}
