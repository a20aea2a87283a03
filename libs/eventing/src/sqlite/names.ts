import type { Db } from './database.js';
import type { Names } from './event-row.js';

const REMEMBERED_MAX = 50_000;

/** Names of streams and types by their numbers, remembered: they never change. */
export function namesIn(db: Db, logId: string): Names {
  return { logId, stream: remembered(db, 'streams'), type: remembered(db, 'types') };
}

function remembered(db: Db, table: 'streams' | 'types'): (id: number) => string {
  const row = db.prepare<[number], string>(`SELECT name FROM ${table} WHERE id = ?`).pluck();
  const known = new Map<number, string>();
  return (id) => {
    let name = known.get(id);
    if (name === undefined) {
      name = row.get(id)!;
      if (known.size >= REMEMBERED_MAX) known.clear();
      known.set(id, name);
    }
    return name;
  };
}
