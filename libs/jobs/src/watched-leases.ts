import { type Lease, Leases, LeaseLost } from './leases.js';

/** A lease as stored. Rows are never removed, so that tokens never start again. */
export interface LeaseRow {
  readonly name: string;
  /** Null where it was released. */
  readonly holder: string | null;
  readonly token: number;
  /** Grows with every write, from 1. */
  readonly version: number;
  readonly ttlMs: number;
}

/** Where leases are kept. */
export interface LeaseTable {
  read(name: string): Promise<LeaseRow | undefined>;
  /** Stores a row in the place of a version, 0 for none. @returns whether that was still there */
  replace(version: number, row: LeaseRow): Promise<boolean>;
}

/**
 * Leases that compare no clocks: whoever wants one watches its row, and takes it over when it has not changed for as
 * long as it lasts by the watcher's own stopwatch. Clocks may differ and step as they like; only their pace must
 * be the same. The price is that a process which has just begun to look waits that long, even for the lease of one long dead.
 */
export class WatchedLeases extends Leases {
  private readonly seen = new Map<string, { version: number; sinceMs: number }>();

  /** @param stopwatchMs never steps back */
  constructor(
    private readonly table: LeaseTable,
    private readonly stopwatchMs: () => number = () => performance.now(),
  ) {
    super();
  }

  async acquire(name: string, holder: string, ttlMs: number): Promise<Lease | undefined> {
    const row = (await this.table.read(name)) ?? { name, holder: null, token: 0, version: 0, ttlMs };
    if (row.holder !== holder && this.isInForce(row)) return undefined;
    const token = row.holder === holder ? row.token : row.token + 1;
    const next = { name, holder, token, version: row.version + 1, ttlMs };
    return (await this.table.replace(row.version, next)) ? { name, holder, token } : undefined;
  }

  async renew(lease: Lease): Promise<void> {
    const row = await this.heldRow(lease);
    if (!row || !(await this.table.replace(row.version, { ...row, version: row.version + 1 })))
      throw new LeaseLost(lease);
  }

  async release(lease: Lease): Promise<void> {
    const row = await this.heldRow(lease);
    if (row) await this.table.replace(row.version, { ...row, holder: null, version: row.version + 1 });
  }

  async holder(name: string): Promise<string | undefined> {
    const row = await this.table.read(name);
    return row?.holder && this.isInForce(row) ? row.holder : undefined;
  }

  private async heldRow({ name, holder, token }: Lease): Promise<LeaseRow | undefined> {
    const row = await this.table.read(name);
    return row?.holder === holder && row.token === token ? row : undefined;
  }

  private isInForce({ name, holder, version, ttlMs }: LeaseRow): boolean {
    if (holder === null) return false;
    const seen = this.seen.get(name);
    if (seen?.version === version) return this.stopwatchMs() - seen.sinceMs < ttlMs;
    this.seen.set(name, { version, sinceMs: this.stopwatchMs() });
    return true;
  }
}
