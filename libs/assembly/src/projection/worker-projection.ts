import { Worker } from 'node:worker_threads';
import type { EventStore } from '@pm/eventing';
import type { StoreAddresses } from '../addresses.js';
import { type FailingView, Projection } from './projection.js';

/** Until the thread says that it follows the log. */
const STARTING: readonly FailingView[] = [{ view: 'all views', reason: 'the projector is starting' }];
const RESTART_MS = 500;
const STOP_MS_MAX = 5000;

/**
 * Runs every view in a thread of its own with its own connections, so that folding never holds up a request. A thread
 * that dies is replaced and goes on from the checkpoints.
 */
export class WorkerProjection extends Projection {
  private worker: Worker | undefined;
  private failures: readonly FailingView[] = STARTING;
  private stopping = false;
  private stopListening: () => void = () => {};

  constructor(
    private readonly addresses: StoreAddresses,
    private readonly events: EventStore,
  ) {
    super();
  }

  start(): void {
    this.stopListening = this.events.onAppended(() => this.worker?.postMessage('appended'));
    this.launch();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.stopListening();
    const { worker } = this;
    if (!worker) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage('stop');
    const timer = setTimeout(() => void worker.terminate(), STOP_MS_MAX);
    await ended;
    clearTimeout(timer);
  }

  failing(): readonly FailingView[] {
    return this.failures;
  }

  private launch(): void {
    const worker = new Worker(new URL('./projector.worker.js', import.meta.url), {
      workerData: this.addresses,
    });
    this.worker = worker;
    worker.on('message', (failures: readonly FailingView[]) => (this.failures = failures));
    worker.on(
      'error',
      (error) => (this.failures = [{ view: 'all views', reason: (error as Error).message }]),
    );
    worker.on('exit', () => {
      this.worker = undefined;
      this.failures = STARTING;
      if (!this.stopping) setTimeout(() => this.launch(), RESTART_MS);
    });
  }
}
