import { type FailingView, Projection } from './projection.js';

/** Views are kept in step by workers. Whoever waits for a view is told how far it has come; that is no reason to stop. */
export class ProjectionElsewhere extends Projection {
  start(): void {}

  async stop(): Promise<void> {}

  failing(): readonly FailingView[] {
    return [];
  }
}
