import { type LeaseRow, type LeaseTable, WatchedLeases } from '../watched-leases.js';

/** Leases in memory, shared by those who are given the same rows: for tests. */
export class MemoryLeases extends WatchedLeases {
  constructor(rows = new Map<string, LeaseRow>(), stopwatchMs?: () => number) {
    super(tableOf(rows), stopwatchMs);
  }
}

const tableOf = (rows: Map<string, LeaseRow>): LeaseTable => ({
  read: async (name) => rows.get(name),
  replace: async (version, row) => {
    const replaced = (rows.get(row.name)?.version ?? 0) === version;
    if (replaced) rows.set(row.name, row);
    return replaced;
  },
});
