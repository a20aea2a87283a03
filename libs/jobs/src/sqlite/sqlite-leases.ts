import type { Db } from '@pm/eventing/sqlite';
import { type LeaseRow, type LeaseTable, WatchedLeases } from '../watched-leases.js';

/** Leases in the state file. */
export class SqliteLeases extends WatchedLeases {
  constructor(db: Db, stopwatchMs?: () => number) {
    super(tableOf(db), stopwatchMs);
  }
}

function tableOf(db: Db): LeaseTable {
  const read = db.prepare<[string], LeaseRow>(
    'SELECT name, holder, token, version, ttl_ms AS ttlMs FROM leases WHERE name = ?',
  );
  const insert = db.prepare<LeaseRow>(
    `INSERT INTO leases (name, holder, token, version, ttl_ms) VALUES (@name, @holder, @token, @version, @ttlMs)
     ON CONFLICT DO NOTHING`,
  );
  const update = db.prepare<LeaseRow & { readonly expected: number }>(
    `UPDATE leases SET holder = @holder, token = @token, version = @version, ttl_ms = @ttlMs
     WHERE name = @name AND version = @expected`,
  );
  return {
    read: async (name) => read.get(name),
    replace: async (expected, row) => {
      const { changes } = expected === 0 ? insert.run(row) : update.run({ ...row, expected });
      return changes > 0;
    },
  };
}
