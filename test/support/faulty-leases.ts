import { StoreUnavailable } from '@pm/eventing';
import { type Lease, Leases } from '@pm/jobs';

/** Leases that a worker can be cut off from, as by a network that fails. */
export class FaultyLeases extends Leases {
  cutOff = false;

  constructor(private readonly leases: Leases) {
    super();
  }

  async acquire(name: string, holder: string, ttlMs: number): Promise<Lease | undefined> {
    return this.reached().acquire(name, holder, ttlMs);
  }

  async renew(lease: Lease): Promise<void> {
    return this.reached().renew(lease);
  }

  async release(lease: Lease): Promise<void> {
    return this.reached().release(lease);
  }

  async holder(name: string): Promise<string | undefined> {
    return this.reached().holder(name);
  }

  private reached(): Leases {
    if (this.cutOff) throw new StoreUnavailable('the leases are away');
    return this.leases;
  }
}
