import type { Jobs } from './jobs/jobs.js';
import type { Product } from './jobs/product.js';
import type { Projection } from './projection/projection.js';

/** What a process does besides answering requests: views follow the log, jobs are done. */
export class Background {
  /** @param jobs absent where other processes see to them */
  constructor(
    private readonly projection: Projection,
    private readonly jobs?: Jobs,
  ) {}

  start(product: Product): void {
    this.projection.start();
    this.jobs?.start(product);
  }

  /** Resolves when what runs has ended. */
  async stop(): Promise<void> {
    await Promise.all([this.jobs?.stop(), this.projection.stop()]);
  }
}
