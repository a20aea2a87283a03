import type { Instant } from '@pm/kernel';
import { isRepetition } from '../appending.js';
import { textsOf } from '../canonical.js';
import type { Appended, LoggedEvent, StoredEvent } from '../event-store.js';

/** An event as text, so that nobody can change it. */
interface Row {
  readonly event: Omit<LoggedEvent, 'data' | 'metadata'>;
  readonly data: string;
  readonly metadata: string;
}

/** Events in memory in the order in which they were appended, and where each is found. */
export class MemoryLog {
  private readonly rows: Row[] = [];
  private readonly streams = new Map<string, Row[]>();
  private readonly ids = new Map<string, Row>();
  /** Latest recordedAt up to each event: clocks step back, this does not. */
  private readonly knownAt: Instant[] = [];

  /** @param positionOf what the n-th event's position is, from 1 */
  constructor(private readonly positionOf: (count: number) => string) {}

  get count(): number {
    return this.rows.length;
  }

  get head(): string | undefined {
    return this.rows.at(-1)?.event.position;
  }

  add(event: StoredEvent): void {
    const { id, stream, revision, type, schemaVersion, metadata } = event;
    const position = this.positionOf(this.rows.length + 1);
    const row: Row = { event: { id, stream, revision, type, schemaVersion, position }, ...textsOf(event) };
    const before = this.knownAt.at(-1);
    this.knownAt.push(before !== undefined && before > metadata.recordedAt ? before : metadata.recordedAt);
    this.rows.push(row);
    this.ids.set(id, row);
    const past = this.streams.get(stream);
    if (past) past.push(row);
    else this.streams.set(stream, [row]);
  }

  /** @returns what was appended, where all of it was before; undefined where none of it was @throws IdConflict */
  repetition(
    events: readonly StoredEvent[],
    elsewhere: (id: string) => LoggedEvent | undefined = () => undefined,
  ): Appended | undefined {
    const found = events.map(({ id }) => {
      const row = this.ids.get(id);
      return row ? toEvent(row) : elsewhere(id);
    });
    if (!isRepetition(events, found)) return undefined;
    const { revision, position } = found.at(-1)!;
    return { revision, position, alreadyAppended: true };
  }

  lastRevision(stream: string): number | undefined {
    return this.streams.get(stream)?.at(-1)?.event.revision;
  }

  ofStream(stream: string, from: number): LoggedEvent[] {
    return (this.streams.get(stream) ?? []).filter(({ event }) => event.revision >= from).map(toEvent);
  }

  /** @returns matching events behind the first `start`, and how many were looked at in all */
  page(
    start: number,
    types: readonly string[] | undefined,
    limit: number,
  ): { events: LoggedEvent[]; next: number } {
    const events: LoggedEvent[] = [];
    let next = start;
    for (; next < this.rows.length && events.length < limit; next++) {
      const row = this.rows[next]!;
      if (!types || types.includes(row.event.type)) events.push(toEvent(row));
    }
    return { events, next };
  }

  /** The last position recorded by then. */
  positionAt(recordedAt: Instant): string | undefined {
    return this.rows[this.knownAt.findLastIndex((at) => at <= recordedAt)]?.event.position;
  }
}

/** In the order of fields in which every store exports an event. */
const toEvent = ({ event: { position, ...event }, data, metadata }: Row): LoggedEvent => ({
  ...event,
  data: JSON.parse(data),
  metadata: JSON.parse(metadata),
  position,
});
