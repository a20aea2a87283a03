import { randomBytes } from 'node:crypto';
import type { Instant } from '@pm/kernel';
import { checkAppend, checkPage, isRepetition, listeners } from '../appending.js';
import { textsOf } from '../canonical.js';
import {
  type Appended,
  EventStore,
  type ExpectedRevision,
  type LoggedEvent,
  type Page,
  type ReadAllOptions,
  type StoredEvent,
  VersionConflict,
} from '../event-store.js';
import { integerIn, integerPosition } from '../position.js';

/** An event as kept: data and metadata as text, so that nobody can change what was appended. */
interface Row {
  readonly event: Omit<LoggedEvent, 'data' | 'metadata'>;
  readonly data: string;
  readonly metadata: string;
}

/** The whole log in memory: for tests, dry runs and what-ifs. The same promises as every store, but for durability. */
export class MemoryEventStore extends EventStore {
  readonly logId = randomBytes(4).toString('hex');
  private readonly log: Row[] = [];
  private readonly streams = new Map<string, Row[]>();
  private readonly ids = new Map<string, Row>();
  /** Latest recordedAt up to each event: clocks step back, this does not. */
  private readonly knownAt: Instant[] = [];
  private readonly appended = listeners();

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly StoredEvent[],
  ): Promise<Appended> {
    checkAppend(stream, expected, events);
    const repeated = this.alreadyThere(events);
    if (repeated) return repeated;
    const past = this.streams.get(stream) ?? [];
    const actual = past.at(-1)?.event.revision ?? 'none';
    if (actual !== expected) throw new VersionConflict(stream, expected, actual);
    for (const event of events) this.add(past, event);
    this.streams.set(stream, past);
    this.appended.notify();
    const { revision, position } = past.at(-1)!.event;
    return { revision, position, alreadyAppended: false };
  }

  async readStream(stream: string, from = 0): Promise<readonly LoggedEvent[]> {
    return (this.streams.get(stream) ?? []).slice(from).map(toEvent);
  }

  async readAll({ after, types, limit }: ReadAllOptions): Promise<Page> {
    checkPage(limit);
    const start = after === undefined ? 0 : integerIn(this.logId, after);
    const page: LoggedEvent[] = [];
    let next = start;
    for (; next < this.log.length && page.length < limit; next++) {
      const row = this.log[next]!;
      if (!types || types.includes(row.event.type)) page.push(toEvent(row));
    }
    const upTo = next === 0 ? undefined : integerPosition(this.logId, Math.max(next, start));
    return { events: page, upTo, atHead: next >= this.log.length };
  }

  async head(): Promise<string | undefined> {
    return this.log.at(-1)?.event.position;
  }

  async positionAt(recordedAt: Instant): Promise<string | undefined> {
    const last = this.knownAt.findLastIndex((at) => at <= recordedAt);
    return this.log[last]?.event.position;
  }

  onAppended(listener: () => void): () => void {
    return this.appended.add(listener);
  }

  async close(): Promise<void> {}

  private add(past: Row[], event: StoredEvent): void {
    const { id, stream, revision, type, schemaVersion } = event;
    const position = integerPosition(this.logId, this.log.length + 1);
    const row = { event: { id, stream, revision, type, schemaVersion, position }, ...textsOf(event) };
    const before = this.knownAt.at(-1);
    const { recordedAt } = event.metadata;
    this.knownAt.push(before !== undefined && before > recordedAt ? before : recordedAt);
    this.log.push(row);
    past.push(row);
    this.ids.set(id, row);
  }

  private alreadyThere(events: readonly StoredEvent[]): Appended | undefined {
    const found = events.map(({ id }) => this.ids.get(id)).map((row) => row && toEvent(row));
    if (!isRepetition(events, found)) return undefined;
    const { revision, position } = found.at(-1)!;
    return { revision, position, alreadyAppended: true };
  }
}

const toEvent = ({ event, data, metadata }: Row): LoggedEvent => ({
  ...event,
  data: JSON.parse(data),
  metadata: JSON.parse(metadata),
});
