import {
  type AllStreamRecordedEvent,
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  type EventStoreDBClient,
  type Position,
} from '@eventstore/db-client';
import { type Page, type ReadAllOptions } from '../event-store.js';
import { UnknownPosition } from '../position.js';
import type { Connection, Session } from './connection.js';
import { isNoRecord } from './failures.js';
import type { Identity } from './identity.js';
import { KeptPasses } from './kept-passes.js';
import { NoSuchRecord, Pass, type Start } from './pass.js';
import { isAfter, isSame, positionOf, recordIn } from './place.js';
import { collected } from './records.js';
import { EsdbEvent, type LogStreams } from './stored-form.js';

/** Records that a look backwards takes first, and at most. */
const BACK = { first: 16, most: 4096 };

/**
 * Reads one log's events in the order of the server, whose records of other logs and of its own are passed over. A
 * reader that goes on where its last page ended goes on with the same call to the server, which reads ahead meanwhile.
 */
export class LogReader {
  private readonly kept = new KeptPasses();
  /** The latest record known to be considered, and the last event of this log up to there. */
  private end: Start | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly streams: LogStreams,
    private readonly identity: () => Identity,
  ) {}

  /** @throws UnknownPosition, EsdbUnavailable */
  async page(options: ReadAllOptions): Promise<Page> {
    const session = await this.connection.open();
    const { after } = options;
    const from = after === undefined ? undefined : recordIn(this.identity().logId, after);
    try {
      return await this.gathered(session, from, options);
    } catch (error) {
      if (after !== undefined && (error instanceof NoSuchRecord || isNoRecord(error)))
        throw new UnknownPosition(after);
      throw this.connection.judged(session, error);
    }
  }

  /** Where the last event stands; undefined while there is none. @throws EsdbUnavailable */
  async last(): Promise<Position | undefined> {
    return this.connection.call((client) => this.lastOf(client));
  }

  close(): void {
    this.kept.close();
  }

  private async gathered(
    session: Session,
    from: Position | undefined,
    options: ReadAllOptions,
  ): Promise<Page> {
    const begun = this.kept.take(session, from);
    let pass = begun ?? this.passFrom(session, this.startAt(from));
    const events: EsdbEvent[] = [];
    for (;;) {
      this.gather(events, pass, options);
      if (pass.peek()) break;
      if (!pass.ended) await pass.more();
      else if (pass !== begun) break;
      // What ended was begun before we were asked: something may have been appended since.
      else pass = this.passFrom(session, pass.end);
    }
    const atHead = pass.ended;
    if (atHead) this.considered(pass.end);
    else this.kept.keep(pass);
    const upTo = pass.ours && positionOf(this.identity().logId, pass.ours);
    return { events, upTo, atHead };
  }

  /** Takes what has arrived, as far as it belongs on the page. */
  private gather(events: EsdbEvent[], pass: Pass, { types, limit }: ReadAllOptions): void {
    for (let record = pass.peek(); record && events.length < limit; record = pass.peek()) {
      if (!types || types.includes(record.type)) events.push(this.event(record));
      pass.take();
    }
  }

  /** Backwards from the end of the server to the last event of ours, or to where we know on. */
  private async lastOf(client: EventStoreDBClient): Promise<Position | undefined> {
    const known = this.end ?? this.beginning();
    let { at, ours } = known;
    for await (const record of backwards(client)) {
      if (!isAfter(record.position, known.at)) break;
      if (isAfter(record.position, at)) at = record.position;
      if (this.streams.holds(record)) {
        ours = record.position;
        break;
      }
    }
    this.considered({ at, ours });
    return ours;
  }

  /** Where to begin so that everything behind a position is seen, without passing again over what is not ours. */
  private startAt(from: Position | undefined): Start {
    if (this.end && isSame(this.end.ours, from)) return this.end;
    return from ? { at: from, ours: from } : this.beginning();
  }

  private beginning(): Start {
    return { at: this.identity().begin, ours: undefined };
  }

  private considered(end: Start): void {
    if (!this.end || isAfter(end.at, this.end.at)) this.end = end;
  }

  private passFrom(session: Session, start: Start): Pass {
    return new Pass(session, start, this.streams);
  }

  private event(record: AllStreamRecordedEvent): EsdbEvent {
    return new EsdbEvent(record, this.identity().logId, this.streams);
  }
}

/** The records of the server from its end on, in bounded reads that grow. */
async function* backwards(client: EventStoreDBClient): AsyncGenerator<AllStreamRecordedEvent> {
  let fromPosition: Position | typeof END = END;
  for (let maxCount = BACK.first; ; maxCount = Math.min(4 * maxCount, BACK.most)) {
    const options = { direction: BACKWARDS, fromPosition, maxCount, requiresLeader: true } as const;
    const records: AllStreamResolvedEvent[] = await collected(client.readAll(options));
    for (const { event } of records) if (event) yield event;
    if (records.length < maxCount) return;
    fromPosition = records.findLast(({ event }) => event)!.event!.position;
  }
}
