import { randomBytes } from 'node:crypto';
import type { Instant } from '@pm/kernel';
import { checkAppend, checkPage, listeners } from '../appending.js';
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
import { MemoryLog } from './memory-log.js';

/** The whole log in memory: for tests, dry runs and what-ifs. The same promises as every store, but for durability. */
export class MemoryEventStore extends EventStore {
  readonly logId = randomBytes(4).toString('hex');
  private readonly log = new MemoryLog((count) => integerPosition(this.logId, count));
  private readonly appended = listeners();

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly StoredEvent[],
  ): Promise<Appended> {
    checkAppend(stream, expected, events);
    const repeated = this.log.repetition(events);
    if (repeated) return repeated;
    const actual = this.log.lastRevision(stream) ?? 'none';
    if (actual !== expected) throw new VersionConflict(stream, expected, actual);
    for (const event of events) this.log.add(event);
    this.appended.notify();
    return { revision: events.at(-1)!.revision, position: this.log.head!, alreadyAppended: false };
  }

  async readStream(stream: string, from = 0): Promise<readonly LoggedEvent[]> {
    return this.log.ofStream(stream, from);
  }

  async readAll({ after, types, limit }: ReadAllOptions): Promise<Page> {
    checkPage(limit);
    const start = after === undefined ? 0 : integerIn(this.logId, after);
    const { events, next } = this.log.page(start, types, limit);
    const upTo = next === 0 ? undefined : integerPosition(this.logId, next);
    return { events, upTo, atHead: next >= this.log.count };
  }

  async head(): Promise<string | undefined> {
    return this.log.head;
  }

  async positionAt(recordedAt: Instant): Promise<string | undefined> {
    return this.log.positionAt(recordedAt);
  }

  onAppended(listener: () => void): () => void {
    return this.appended.add(listener);
  }

  async close(): Promise<void> {}
}
