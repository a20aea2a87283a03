import { type Lease, LeaseLost, type Leases } from '@pm/jobs';
import { type Projector, ViewRunner } from '@pm/projections';

/** A view that this worker follows for as long as its lease is renewed in time. */
export class HeldView {
  readonly runner: ViewRunner;
  private overdue: NodeJS.Timeout | undefined;
  private ending: Promise<void> | undefined;

  /** @param sinceMs when the lease was asked for, by the same stopwatch as `renew` */
  constructor(
    readonly projector: Projector,
    private readonly leases: Leases,
    private readonly lease: Lease,
    private readonly options: { ttlMs: number; sinceMs: number; onChange: () => void; onEnd: () => void },
  ) {
    this.runner = new ViewRunner(projector, options.onChange);
    this.runner.start();
    this.holdFrom(options.sinceMs);
  }

  get isEnding(): boolean {
    return this.ending !== undefined;
  }

  /** Ends where another worker took it over; where the leases are away it goes on until it is overdue. */
  async renew(): Promise<void> {
    const sinceMs = performance.now();
    try {
      await this.leases.renew(this.lease);
      if (!this.isEnding) this.holdFrom(sinceMs);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      void this.end();
    }
  }

  /** Stops following after the page at hand, then lets others have it. */
  end(): Promise<void> {
    clearTimeout(this.overdue);
    this.ending ??= this.stopAndRelease();
    return this.ending;
  }

  /** From when others may take it over this worker must not count on it. */
  private holdFrom(sinceMs: number): void {
    clearTimeout(this.overdue);
    const leftMs = this.options.ttlMs - (performance.now() - sinceMs);
    this.overdue = setTimeout(() => void this.end(), Math.max(0, leftMs));
  }

  private async stopAndRelease(): Promise<void> {
    await this.runner.stop();
    // A lease that cannot be given back runs out.
    await this.leases.release(this.lease).catch(() => {});
    this.options.onEnd();
  }
}
