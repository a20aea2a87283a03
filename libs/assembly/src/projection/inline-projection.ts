import { ViewRunner } from '@pm/projections';
import type { ReadStores } from '../stores.js';
import { type FailingView, Projection } from './projection.js';
import { projectors } from './projectors.js';

/** Runs every view in this thread: for tests, and inside the projector's own thread. */
export class InlineProjection extends Projection {
  private readonly runners: readonly ViewRunner[];

  constructor(stores: ReadStores, onChange: () => void = () => {}) {
    super();
    this.runners = projectors(stores).map((projector) => new ViewRunner(projector, onChange));
  }

  start(): void {
    this.runners.forEach((runner) => runner.start());
  }

  async stop(): Promise<void> {
    await Promise.all(this.runners.map((runner) => runner.stop()));
  }

  failing(): readonly FailingView[] {
    return this.runners
      .filter(({ failing }) => failing !== undefined)
      .map(({ view, failing }) => ({ view, reason: String((failing as Error).message ?? failing) }));
  }
}
