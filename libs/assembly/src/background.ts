import type { Answers } from '@pm/eventing';
import type { Jobs } from './jobs/jobs.js';
import type { Projection } from './projection/projection.js';

/** What a process does besides answering requests: views follow the log, jobs are done. */
export class Background {
  /** @param jobs absent where other processes see to them */
  constructor(
    private readonly projection: Projection,
    private readonly jobs?: Jobs,
  ) {}

  start(answers: Answers): void {
    this.projection.start();
    this.jobs?.start(answers);
  }

  /** Resolves when what runs has ended. */
  async stop(): Promise<void> {
    await Promise.all([this.jobs?.stop(), this.projection.stop()]);
  }
}
