import type { Db } from './database.js';
import type { Names } from './event-row.js';

const REMEMBERED_MAX = 50_000;

/** Names of streams and types by their numbers, remembered: once committed they never change. */
export function namesIn(db: Db, logId: string): Names {
  const [streams, types] = [new Remembered(db, 'streams'), new Remembered(db, 'types')];
  return {
    logId,
    stream: (id) => streams.nameOf(id),
    type: (id) => types.nameOf(id),
    forget: () => {
      streams.forget();
      types.forget();
    },
  };
}

class Remembered {
  private readonly known = new Map<number, string>();
  private readonly row;

  constructor(db: Db, table: 'streams' | 'types') {
    this.row = db.prepare<[number], string>(`SELECT name FROM ${table} WHERE id = ?`).pluck();
  }

  nameOf(id: number): string {
    let name = this.known.get(id);
    if (name === undefined) {
      name = this.row.get(id)!;
      if (this.known.size >= REMEMBERED_MAX) this.forget();
      this.known.set(id, name);
    }
    return name;
  }

  forget(): void {
    this.known.clear();
  }
}
