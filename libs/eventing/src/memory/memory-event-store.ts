import { randomBytes } from 'node:crypto';
import type { Instant } from '@pm/kernel';
import { checkAppend, checkPage, contentOf, listeners } from '../appending.js';
import {
  type Appended,
  EventStore,
  type ExpectedRevision,
  IdConflict,
  type LoggedEvent,
  type Page,
  type ReadAllOptions,
  type StoredEvent,
  VersionConflict,
} from '../event-store.js';
import { integerIn, integerPosition } from '../position.js';

/** The whole log in memory: for tests, dry runs and what-ifs. The same promises as every store, but for durability. */
export class MemoryEventStore extends EventStore {
  readonly logId = randomBytes(4).toString('hex');
  private readonly log: LoggedEvent[] = [];
  private readonly streams = new Map<string, LoggedEvent[]>();
  private readonly ids = new Map<string, LoggedEvent>();
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
    const actual = past.at(-1)?.revision ?? 'none';
    if (actual !== expected) throw new VersionConflict(stream, expected, actual);
    for (const event of structuredClone(events)) this.add(past, event);
    this.streams.set(stream, past);
    this.appended.notify();
    const { revision, position } = past.at(-1)!;
    return { revision, position, alreadyAppended: false };
  }

  async readStream(stream: string, from = 0): Promise<readonly LoggedEvent[]> {
    return (this.streams.get(stream) ?? []).slice(from);
  }

  async readAll({ after, types, limit }: ReadAllOptions): Promise<Page> {
    checkPage(limit);
    const start = after === undefined ? 0 : integerIn(this.logId, after);
    const page: LoggedEvent[] = [];
    let next = start;
    for (; next < this.log.length && page.length < limit; next++) {
      const event = this.log[next]!;
      if (!types || types.includes(event.type)) page.push(event);
    }
    const upTo = next === 0 ? undefined : integerPosition(this.logId, Math.max(next, start));
    return { events: page, upTo, atHead: next >= this.log.length };
  }

  async head(): Promise<string | undefined> {
    return this.log.at(-1)?.position;
  }

  async positionAt(recordedAt: Instant): Promise<string | undefined> {
    const last = this.knownAt.findLastIndex((at) => at <= recordedAt);
    return this.log[last]?.position;
  }

  onAppended(listener: () => void): () => void {
    return this.appended.add(listener);
  }

  async close(): Promise<void> {}

  private add(past: LoggedEvent[], event: StoredEvent): void {
    const logged = { ...event, position: integerPosition(this.logId, this.log.length + 1) };
    const before = this.knownAt.at(-1);
    const { recordedAt } = event.metadata;
    this.knownAt.push(before !== undefined && before > recordedAt ? before : recordedAt);
    this.log.push(logged);
    past.push(logged);
    this.ids.set(event.id, logged);
  }

  private alreadyThere(events: readonly StoredEvent[]): Appended | undefined {
    const found = events.map((event) => this.ids.get(event.id));
    const taken = events.find((event, index) => found[index] && contentOf(found[index]) !== contentOf(event));
    if (taken) throw new IdConflict(taken.id);
    const last = found.at(-1);
    if (!last || found.includes(undefined)) {
      const partly = found.find((event) => event !== undefined);
      if (partly) throw new IdConflict(partly.id);
      return undefined;
    }
    return { revision: last.revision, position: last.position, alreadyAppended: true };
  }
}
