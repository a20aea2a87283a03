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
import { integerIn, integerPlace, placeIn, toPosition } from '../position.js';
import { MemoryLog } from './memory-log.js';

/**
 * A log as it was at one moment, with whatever is appended from then on kept in memory: for dry runs and what-ifs. The
 * store below is only read, and what others append to it later is not seen.
 *
 * An id that the store below holds is recognised within its own stream only.
 */
export class OverlayEventStore extends EventStore {
  readonly logId: string;
  private readonly log = new MemoryLog((count) => this.positionOf(count));
  /** What the store below holds of the streams appended to, by id. */
  private readonly idsBelow = new Map<string, LoggedEvent>();
  /** Revision at which each stream appended to ends below; -1 where it is not there. */
  private readonly endsBelow = new Map<string, number>();
  private readonly appended = listeners();

  private constructor(
    private readonly below: EventStore,
    /** Where the store below ends for us; undefined where it was empty. */
    private readonly belowHead: string | undefined,
  ) {
    super();
    this.logId = below.logId;
  }

  static async over(below: EventStore): Promise<OverlayEventStore> {
    return new OverlayEventStore(below, await below.head());
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly StoredEvent[],
  ): Promise<Appended> {
    checkAppend(stream, expected, events);
    if (!this.endsBelow.has(stream)) await this.meet(stream);
    const repeated = this.log.repetition(events, (id) => this.idsBelow.get(id));
    if (repeated) return repeated;
    const end = this.log.lastRevision(stream) ?? this.endsBelow.get(stream)!;
    const actual = end < 0 ? 'none' : end;
    if (actual !== expected) throw new VersionConflict(stream, expected, actual);
    for (const event of events) this.log.add(event);
    this.appended.notify();
    return { revision: events.at(-1)!.revision, position: this.log.head!, alreadyAppended: false };
  }

  async readStream(stream: string, from = 0): Promise<readonly LoggedEvent[]> {
    return [...(await this.streamBelow(stream, from)), ...this.log.ofStream(stream, from)];
  }

  async readAll(options: ReadAllOptions): Promise<Page> {
    checkPage(options.limit);
    const start = this.countUpTo(options.after);
    if (start !== undefined) return this.pageAbove(start, options);
    const below = await this.pageBelow(options);
    if (!below.atHead) return below;
    const above = this.pageAbove(0, { ...options, limit: options.limit - below.events.length });
    return { ...above, events: [...below.events, ...above.events] };
  }

  async head(): Promise<string | undefined> {
    return this.log.head ?? this.belowHead;
  }

  async positionAt(recordedAt: Instant): Promise<string | undefined> {
    const below = this.belowHead && (await this.below.positionAt(recordedAt));
    if (this.belowHead && (!below || below < this.belowHead)) return below;
    return this.log.positionAt(recordedAt) ?? this.belowHead;
  }

  onAppended(listener: () => void): () => void {
    return this.appended.add(listener);
  }

  /** Leaves the store below open: whoever opened it closes it. */
  async close(): Promise<void> {}

  /** Learns where a stream ends below and which ids it holds. */
  private async meet(stream: string): Promise<void> {
    const past = await this.streamBelow(stream, 0);
    for (const event of past) this.idsBelow.set(event.id, event);
    this.endsBelow.set(stream, past.at(-1)?.revision ?? -1);
  }

  private async streamBelow(stream: string, from: number): Promise<LoggedEvent[]> {
    const { belowHead } = this;
    if (belowHead === undefined) return [];
    return (await this.below.readStream(stream, from)).filter(({ position }) => position <= belowHead);
  }

  /** What lies below, up to where it ended. */
  private async pageBelow(options: ReadAllOptions): Promise<Page> {
    const { belowHead } = this;
    if (belowHead === undefined && options.after === undefined)
      return { events: [], upTo: undefined, atHead: true };
    const { events, upTo } = await this.below.readAll(options);
    const end = belowHead ?? '';
    const seen = events.filter(({ position }) => position <= end);
    return { events: seen, upTo, atHead: upTo === undefined || upTo >= end };
  }

  private pageAbove(start: number, { types, limit }: ReadAllOptions): Page {
    const { events, next } = this.log.page(start, types, limit);
    const upTo = next === 0 ? this.belowHead : this.positionOf(next);
    return { events, upTo, atHead: next >= this.log.count };
  }

  /** How many events appended here lie up to a position; undefined where it lies below. */
  private countUpTo(position: string | undefined): number | undefined {
    if (position === undefined) return undefined;
    const place = placeIn(this.logId, position);
    const prefix = this.prefix();
    if (place.length === prefix.length || !place.startsWith(prefix)) return undefined;
    return integerIn(this.logId, toPosition({ logId: this.logId, place: place.slice(prefix.length) }));
  }

  /** Positions here go on from the last one below as text does, so that they sort behind it in any store's form. */
  private positionOf(count: number): string {
    return toPosition({ logId: this.logId, place: `${this.prefix()}${integerPlace(count)}` });
  }

  private prefix(): string {
    return this.belowHead === undefined ? '' : placeIn(this.logId, this.belowHead);
  }
}
