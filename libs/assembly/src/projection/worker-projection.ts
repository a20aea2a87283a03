import type { EventStore } from '@pm/eventing';
import type { StoreAddresses } from '../addresses.js';
import { KeptThread } from './kept-thread.js';
import { type FailingView, Projection } from './projection.js';

/** Until the thread says that it follows the log. */
const STARTING: readonly FailingView[] = [{ view: 'all views', reason: 'the projector is starting' }];

/**
 * Runs every view in a thread of its own with its own connections, so that folding never holds up a request; a thread that
 * dies is replaced and goes on from the checkpoints. Another one syncs the files of events and views, which neither
 * requests nor views wait for.
 */
export class WorkerProjection extends Projection {
  private readonly projector: KeptThread;
  private readonly checkpoints: KeptThread;
  private failures: readonly FailingView[] = STARTING;
  private stopListening: (() => void) | undefined;

  constructor(
    addresses: StoreAddresses,
    private readonly events: EventStore,
  ) {
    super();
    this.projector = new KeptThread({
      script: new URL('./projector.worker.js', import.meta.url),
      data: addresses,
      onMessage: (failures) => (this.failures = failures as readonly FailingView[]),
      onError: ({ message }) => (this.failures = [{ view: 'all views', reason: message }]),
      onExit: () => (this.failures = STARTING),
    });
    this.checkpoints = new KeptThread({
      script: new URL('./checkpoints.worker.js', import.meta.url),
      data: addresses,
    });
  }

  /** May be called before what needs it is there: the thread takes as long to load as the rest of the process. */
  start(): void {
    if (this.stopListening) return;
    this.stopListening = this.events.onAppended(() => this.projector.tell('appended'));
    this.projector.start();
    this.checkpoints.start();
  }

  async stop(): Promise<void> {
    this.stopListening?.();
    await Promise.all([this.projector.stop(), this.checkpoints.stop()]);
  }

  failing(): readonly FailingView[] {
    return this.failures;
  }
}
