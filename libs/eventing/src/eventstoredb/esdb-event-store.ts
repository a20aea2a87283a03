import type { AllStreamRecordedEvent, RecordedEvent } from '@eventstore/db-client';
import type { Instant } from '@pm/kernel';
import { checkAppend, checkPage } from '../appending.js';
import {
  type Appended,
  EventStore,
  type ExpectedRevision,
  type LoggedEvent,
  type Page,
  type ReadAllOptions,
  type StoredEvent,
} from '../event-store.js';
import { type Address, addressOf } from './address.js';
import { Appender } from './appender.js';
import { Connection } from './connection.js';
import { CutShort, EsdbUnavailable, isAbsentStream } from './failures.js';
import { type Identity, identityOf } from './identity.js';
import { LiveTail } from './live-tail.js';
import { positionOf } from './place.js';
import { LogReader } from './reading.js';
import { RecordedMarks } from './recorded-marks.js';
import { collected } from './records.js';
import { EsdbEvent, LogStreams } from './stored-form.js';

/**
 * The log in EventStoreDB 23.10 or later, or KurrentDB: for several processes that write one log.
 *
 * A server may hold several logs. Each is named in the address and keeps to its own streams, so that the server's own
 * events and other logs' are never seen. They are passed over by reading them: a log reads fast in a server of its own.
 *
 * An id that is taken is recognised at its own revision of its own stream for ever; elsewhere in the log among the
 * latest that this store appended only, because the server finds no event by its id.
 */
export class EsdbEventStore extends EventStore {
  private known: Identity | undefined;
  private readonly streams: LogStreams;
  private readonly connection: Connection;
  private readonly reader: LogReader;
  private readonly appender: Appender;
  private readonly marks: RecordedMarks;
  private readonly tail: LiveTail;

  private constructor(private readonly address: Address) {
    super();
    const streams = new LogStreams(address.log);
    this.streams = streams;
    const identity = () => this.identity;
    this.connection = new Connection(address, async (client) =>
      this.learn(await identityOf(client, streams)),
    );
    this.reader = new LogReader(this.connection, streams, identity);
    this.marks = new RecordedMarks(this.connection, streams, this.reader);
    this.tail = new LiveTail(this.connection, streams, () => this.reader.last());
    this.appender = new Appender(this.connection, streams, {
      identity,
      readRange: (...range) => this.readRange(...range),
      onAppended: (position) => this.tail.tell(position),
    });
  }

  /**
   * Opens a log, which reaches for the server when it is first asked something. While the server cannot be reached,
   * everything throws StoreUnavailable; once it can be again, everything goes on.
   *
   * @param url `esdb://user:password@host:2113?tls=false&log=lakeside`; the log is `throughline` where none is named
   * @throws TypeError where it is no such address
   */
  static open(url: string): EsdbEventStore {
    return new EsdbEventStore(addressOf(url));
  }

  /** @throws StoreUnavailable until the server was reached once: the log's name is kept there */
  get logId(): string {
    return this.identity.logId;
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly StoredEvent[],
  ): Promise<Appended> {
    checkAppend(stream, expected, events);
    return this.appender.append(stream, expected, events);
  }

  async readStream(stream: string, from = 0): Promise<readonly LoggedEvent[]> {
    return this.readRange(stream, from);
  }

  async readAll(options: ReadAllOptions): Promise<Page> {
    checkPage(options.limit);
    return this.reader.page(options);
  }

  async head(): Promise<string | undefined> {
    const last = await this.reader.last();
    return last && positionOf(this.logId, last);
  }

  async positionAt(recordedAt: Instant): Promise<string | undefined> {
    return this.marks.positionAt(recordedAt);
  }

  /** Tells of what other processes appended, too. */
  onAppended(listener: () => void): () => void {
    return this.tail.add(listener);
  }

  async close(): Promise<void> {
    await this.tail.close();
    this.reader.close();
    await this.connection.close();
  }

  private async readRange(stream: string, from: number, count?: number): Promise<EsdbEvent[]> {
    const options = { fromRevision: BigInt(from), maxCount: count, requiresLeader: true } as const;
    const read = this.connection.call((client) =>
      collected(client.readStream(this.streams.nameOf(stream), options)),
    );
    try {
      const records = await read;
      // A stream that is there begins with an event; of one that is not, the server says so.
      if (records.length === 0 && from === 0) throw new CutShort();
      return records.flatMap(({ event }) => this.eventsIn(event));
    } catch (error) {
      if (isAbsentStream(error)) return [];
      throw this.connection.unavailable(error);
    }
  }

  private eventsIn(record: RecordedEvent | undefined): EsdbEvent[] {
    const { streams, identity } = this;
    return isPlaced(record) && streams.holds(record) ? [new EsdbEvent(record, identity.logId, streams)] : [];
  }

  private get identity(): Identity {
    if (!this.known) throw new EsdbUnavailable(this.address.hosts, 'has not been reached yet', false);
    return this.known;
  }

  private learn(identity: Identity): void {
    if (this.known && this.known.logId !== identity.logId)
      throw new EsdbUnavailable(this.address.hosts, 'holds another log than before: start again', false);
    this.known = identity;
  }
}

/** A stream's records name their place in the whole log since 22.6. */
const isPlaced = (record: RecordedEvent | undefined): record is AllStreamRecordedEvent =>
  record?.position !== undefined;
