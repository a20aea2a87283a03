import { type Lease, LeaseLost, type Leases } from '@pm/jobs';

/** Who shares in some work, by seats of which a worker holds one while it lives: as many as there are things to share. */
export class Seats {
  private readonly names: readonly string[];
  private mine: Lease | undefined;

  constructor(
    private readonly leases: Leases,
    private readonly holder: string,
    private readonly ttlMs: number,
    things: number,
  ) {
    this.names = Array.from({ length: things }, (_, index) => `projection seat ${index + 1}`);
  }

  /** Keeps a seat or takes a free one. @returns how many things this worker may have; none without a seat */
  async share(): Promise<number> {
    this.mine = (await this.kept()) ?? (await this.taken());
    if (!this.mine) return 0;
    const holders = await Promise.all(this.names.map((name) => this.leases.holder(name)));
    const workers = new Set([this.holder, ...holders.filter((holder) => holder !== undefined)]);
    return Math.ceil(this.names.length / workers.size);
  }

  async leave(): Promise<void> {
    if (this.mine) await this.leases.release(this.mine);
  }

  private async kept(): Promise<Lease | undefined> {
    if (!this.mine) return undefined;
    try {
      await this.leases.renew(this.mine);
      return this.mine;
    } catch (error) {
      if (error instanceof LeaseLost) return undefined;
      throw error;
    }
  }

  private async taken(): Promise<Lease | undefined> {
    for (const name of this.names) {
      const lease = await this.leases.acquire(name, this.holder, this.ttlMs);
      if (lease) return lease;
    }
    return undefined;
  }
}
