import { type Clock, listeners } from '@pm/eventing';
import { epochMs, type Instant } from '@pm/kernel';
import { Queue, Worker } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import { earliest } from '../occurrences.js';
import { WakeUps } from '../wake-ups.js';

export interface BullmqOptions {
  /** `redis://host:6379/0`. */
  readonly url: string;
  readonly clock: Clock;
  /** Names the queue; processes that use the same one wake each other. */
  readonly queue?: string;
  /** Called when Redis cannot be reached, once until it can again. */
  readonly onAway?: (error: Error) => void;
}

const RECONNECT_MS = { first: 100, max: 5000 } as const;
/** A wake-up that was heard is forgotten at once, so that the same moment can be asked for again. */
const FORGOTTEN = { removeOnComplete: true, removeOnFail: true } as const;

/**
 * Wakes one of the processes that listen, by a delayed job in Redis. Its id is the moment, so that a moment asked for by
 * many is one job. Redis may be away, lose what it had or come back empty: moments are asked for again when it is back,
 * and whoever waits for one looks by itself meanwhile.
 */
export class BullmqWakeUps extends WakeUps {
  private readonly woken = listeners();
  private readonly redis: Redis;
  private readonly queue: Queue;
  private worker: { readonly worker: Worker; readonly redis: Redis } | undefined;
  /** The earliest moment that Redis could not be told of. */
  private untold: Instant | undefined;
  private away = false;
  private closed = false;

  constructor(private readonly options: BullmqOptions) {
    super();
    // What cannot be sent at once is not kept waiting: it is asked for again.
    this.redis = this.connect({ maxRetriesPerRequest: 1 });
    this.queue = new Queue(this.name, { connection: this.redis });
    this.queue.on('error', () => {});
    this.redis.on('ready', () => this.back());
  }

  wakeAt(at: Instant): void {
    if (this.closed) return;
    if (this.redis.status !== 'ready') this.untold = earliest([this.untold, at]);
    else void this.ask(at);
  }

  onWake(listener: () => void): () => void {
    this.worker ??= this.listen();
    return this.woken.add(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    // What it waits for may never come: closed by force, it leaves nothing behind that matters.
    await this.worker?.worker.close(true).catch(() => {});
    this.worker?.redis.disconnect();
    await this.queue.close().catch(() => {});
    this.redis.disconnect();
  }

  private get name(): string {
    return this.options.queue ?? 'throughline-wake-ups';
  }

  private async ask(at: Instant): Promise<void> {
    const delay = Math.max(0, epochMs(at) - epochMs(this.options.clock.now()));
    try {
      await this.queue.add('wake', {}, { jobId: `wake-${epochMs(at)}`, delay, ...FORGOTTEN });
    } catch {
      // The connection has told of its trouble itself.
      this.untold = earliest([this.untold, at]);
    }
  }

  /** Only where someone listens: a wake-up goes to one process, and must not go to one that does nothing with it. */
  private listen() {
    const redis = this.connect({ maxRetriesPerRequest: null });
    const worker = new Worker(this.name, async () => this.notify(), { connection: redis });
    worker.on('error', () => {});
    return { worker, redis };
  }

  private connect(options: RedisOptions): Redis {
    const retryStrategy = (times: number) => Math.min(RECONNECT_MS.first * 2 ** times, RECONNECT_MS.max);
    const redis = new Redis(this.options.url, { ...options, retryStrategy });
    redis.on('error', (error: Error) => this.lost(error));
    return redis;
  }

  private lost(error: Error): void {
    if (this.away || this.closed) return;
    this.away = true;
    this.options.onAway?.(error);
  }

  /** It may have come back without what it was told: whoever listens looks, and asks for the next moment. */
  private back(): void {
    this.away = false;
    const { untold } = this;
    this.untold = undefined;
    if (untold) this.wakeAt(untold);
    this.notify();
  }

  private notify(): void {
    if (!this.closed) this.woken.notify();
  }
}
