import { Worker } from 'node:worker_threads';

const RESTART_MS = 500;
const STOP_MS_MAX = 5000;

export interface ThreadOptions {
  /** What it runs; it ends by itself after the message `stop`. */
  readonly script: URL;
  readonly data: unknown;
  readonly onMessage?: (message: unknown) => void;
  readonly onError?: (error: Error) => void;
  /** Called when it has ended, whether or not it is replaced. */
  readonly onExit?: () => void;
}

/** A thread that is replaced when it dies, until it is stopped. */
export class KeptThread {
  private worker: Worker | undefined;
  private stopping = false;

  constructor(private readonly options: ThreadOptions) {}

  start(): void {
    const { script, data, onMessage, onError, onExit } = this.options;
    const worker = new Worker(script, { workerData: data });
    this.worker = worker;
    worker.on('message', (message) => onMessage?.(message));
    worker.on('error', (error) => onError?.(error as Error));
    worker.on('exit', () => {
      this.worker = undefined;
      onExit?.();
      if (!this.stopping) setTimeout(() => this.stopping || this.start(), RESTART_MS);
    });
  }

  /** Does nothing while there is none: the one that replaces it finds out for itself. */
  tell(message: string): void {
    this.worker?.postMessage(message);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const { worker } = this;
    if (!worker) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage('stop');
    const timer = setTimeout(() => void worker.terminate(), STOP_MS_MAX);
    await ended;
    clearTimeout(timer);
  }
}
