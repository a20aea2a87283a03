import { randomUUID } from 'node:crypto';
import { NO_STREAM, START } from '@eventstore/db-client';
import type { Instant } from '@pm/kernel';
import { type LoggedEvent, StoreUnavailable } from '../event-store.js';
import type { Connection } from './connection.js';
import { isAbsentStream, isConflict } from './failures.js';
import type { LogReader } from './reading.js';
import { collected } from './records.js';
import type { LogStreams } from './stored-form.js';

/** Up to this event, the latest moment of recording was this one. */
interface Mark {
  readonly position: string;
  readonly knownAt: Instant;
}

const EVENTS_A_MARK = 1000;

/**
 * What was known when. The server's log cannot be bisected, so every thousandth event is marked with the latest
 * recordedAt up to it, in a stream beside the log. Whoever needs a mark that is missing makes it; everybody makes the
 * same ones, so it does not matter who does. Appends cost nothing more by it.
 */
export class RecordedMarks {
  private readonly marks: Mark[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly streams: LogStreams,
    private readonly reader: LogReader,
  ) {}

  /** The last position recorded by then. */
  async positionAt(recordedAt: Instant): Promise<string | undefined> {
    if (this.countKnownBy(recordedAt) === this.marks.length) await this.learn();
    const count = this.countKnownBy(recordedAt);
    let last = count === 0 ? undefined : this.marks[count - 1];
    let events = count * EVENTS_A_MARK;
    for await (const { position, metadata } of this.eventsAfter(last?.position)) {
      const knownAt = later(metadata.recordedAt, last?.knownAt);
      if (knownAt > recordedAt) break;
      last = { position, knownAt };
      events += 1;
      if (events % EVENTS_A_MARK === 0) await this.mark(events / EVENTS_A_MARK - 1, last);
    }
    return last?.position;
  }

  private async *eventsAfter(position: string | undefined): AsyncGenerator<LoggedEvent> {
    for (let after = position; ;) {
      const page = await this.reader.page({ after, limit: EVENTS_A_MARK });
      yield* page.events;
      if (page.atHead) return;
      after = page.upTo;
    }
  }

  /** Marks never run backwards: how many lie at or before a moment. */
  private countKnownBy(recordedAt: Instant): number {
    let [known, beyond] = [0, this.marks.length];
    while (known < beyond) {
      const middle = (known + beyond) >>> 1;
      if (this.marks[middle]!.knownAt <= recordedAt) known = middle + 1;
      else beyond = middle;
    }
    return known;
  }

  /** Reads the marks that others made since. */
  private async learn(): Promise<void> {
    const from = BigInt(this.marks.length);
    const options = { fromRevision: from === 0n ? START : from, requiresLeader: true } as const;
    const read = this.connection.call((client) => collected(client.readStream(this.streams.marks, options)));
    try {
      for (const { event } of await read)
        this.marks[Number(event!.revision)] ??= event!.data as unknown as Mark;
    } catch (error) {
      if (!isAbsentStream(error)) throw this.connection.unavailable(error);
    }
  }

  private async mark(index: number, mark: Mark): Promise<void> {
    if (index !== this.marks.length) return;
    this.marks.push(mark);
    const event = {
      id: randomUUID(),
      contentType: 'application/json',
      type: 'RecordedMark',
      data: { ...mark },
      metadata: undefined,
    } as const;
    const expectedRevision = index === 0 ? NO_STREAM : BigInt(index - 1);
    try {
      await this.connection.append(this.streams.marks, [event], { expectedRevision });
    } catch (error) {
      // Somebody else made it, or the next one who needs it does.
      if (!isConflict(error) && !(error instanceof StoreUnavailable)) throw error;
    }
  }
}

const later = (a: Instant, b: Instant | undefined): Instant => (b !== undefined && b > a ? b : a);
