import { END, type Position, streamNameFilter } from '@eventstore/db-client';
import { listeners } from '../appending.js';
import { type Connection, pauseMs, type Session } from './connection.js';
import { isAfter } from './place.js';
import type { LogStreams } from './stored-form.js';

/** So large that a slow turn of the loop does not get the subscription dropped. */
const RECORDS_AHEAD = 10_000;

/**
 * Tells listeners of what anybody appended, by one subscription for all of them, for as long as there are any. It only
 * wakes: what there is to read is read by whoever was woken, so nothing depends on it.
 */
export class LiveTail {
  private readonly all = listeners();
  private count = 0;
  private told: Position | undefined;
  private following: { readonly stop: () => void; readonly ended: Promise<void> } | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly streams: LogStreams,
    private readonly last: () => Promise<Position | undefined>,
  ) {}

  add(listener: () => void): () => void {
    const remove = this.all.add(listener);
    this.count += 1;
    this.following ??= this.follow();
    let listening = true;
    return () => {
      if (listening) this.count -= 1;
      listening = false;
      remove();
      if (this.count === 0) void this.close();
    };
  }

  /** Tells of an event, once, whoever appended it. */
  tell(position: Position): void {
    if (this.told && !isAfter(position, this.told)) return;
    this.told = position;
    this.all.notify();
  }

  /** Tells of what was appended before the subscription began. */
  private async catchUp(): Promise<void> {
    const last = await this.last();
    if (last) this.tell(last);
  }

  async close(): Promise<void> {
    const { following } = this;
    this.following = undefined;
    following?.stop();
    await following?.ended;
  }

  private follow(): { stop: () => void; ended: Promise<void> } {
    const stopping = new AbortController();
    return { stop: () => stopping.abort(), ended: this.run(stopping.signal) };
  }

  /** Subscribes, and again after a pause whenever the subscription ends. */
  private async run(stopping: AbortSignal): Promise<void> {
    for (let failures = 0; !stopping.aborted; failures += 1) {
      try {
        const session = await this.connection.open();
        await this.subscribed(session, stopping, () => (failures = 0));
      } catch {
        // Whoever reads learns why the server cannot be reached.
      }
      if (!stopping.aborted) await pause(pauseMs(failures + 1), stopping);
    }
  }

  private async subscribed(session: Session, stopping: AbortSignal, onStarted: () => void): Promise<void> {
    const over = AbortSignal.any([stopping, session.gone]);
    if (over.aborted) return;
    const filter = streamNameFilter({ prefixes: [this.streams.beginning] });
    const subscription = session.client.subscribeToAll(
      { fromPosition: END, filter },
      { highWaterMark: RECORDS_AHEAD },
    );
    await new Promise<void>((resolve, reject) => {
      over.addEventListener('abort', () => resolve(), { once: true });
      subscription
        .on('confirmation', () => {
          onStarted();
          this.catchUp().catch(reject);
        })
        .on('data', ({ event }) => {
          if (event) this.tell(event.position);
        })
        .on('error', reject)
        .on('end', resolve);
    }).finally(() => void subscription.unsubscribe());
  }
}

function pause(ms: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stopping.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
