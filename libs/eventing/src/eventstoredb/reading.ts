import {
  type AllStreamRecordedEvent,
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  type Position,
} from '@eventstore/db-client';
import { type Page, type ReadAllOptions } from '../event-store.js';
import { UnknownPosition } from '../position.js';
import type { Connection, Session } from './connection.js';
import { CutShort, isNoRecord } from './failures.js';
import type { Identity } from './identity.js';
import { KeptPasses } from './kept-passes.js';
import { NoSuchRecord, Pass, type Start } from './pass.js';
import { isAfter, isSame, positionOf, recordIn } from './place.js';
import { collected } from './records.js';
import { EsdbEvent, type LogStreams } from './stored-form.js';

/** The last event at some moment after a page was asked for: a page that has it, is complete. */
interface Goal {
  readonly last: Position | undefined;
}

/** After so long, a page that is still not at the end asks where the end is, so as not to chase it for ever. */
const PATIENCE_MS = 50;

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

  /**
   * Where the last event stands; undefined while there is none. Looks backwards from the end of the server to the last
   * event of ours, or to where we know on: a look that comes to neither was cut short.
   *
   * @throws EsdbUnavailable
   */
  async last(): Promise<Position | undefined> {
    await this.connection.open();
    const known = this.end ?? this.beginning();
    let { at } = known;
    for await (const record of this.backwards()) {
      if (isAfter(record.position, at)) at = record.position;
      const isKnown = !isAfter(record.position, known.at);
      if (!isKnown && !this.streams.holds(record)) continue;
      const ours = isKnown ? known.ours : record.position;
      this.considered({ at, ours });
      return ours;
    }
    throw this.connection.unavailable(new CutShort());
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
    const patience = Date.now() + PATIENCE_MS;
    let goal: Goal | undefined;
    while (!this.gather(events, pass, options) && !isReached(goal, pass)) {
      const next = await this.onwards(session, pass, pass === begun);
      if (!next) break;
      pass = next;
      if (Date.now() > patience) goal ??= { last: await this.last() };
    }
    const atHead = pass.ended || isReached(goal, pass);
    if (pass.ended) this.considered(pass.end);
    else this.kept.keep(pass);
    const upTo = pass.ours && positionOf(this.identity().logId, pass.ours);
    return { events, upTo, atHead };
  }

  /** What goes on where nothing more has arrived; undefined at the end of the log. */
  private async onwards(session: Session, pass: Pass, isKept: boolean): Promise<Pass | undefined> {
    if (!pass.ended) {
      await pass.more();
      return pass;
    }
    // What was begun before we were asked may have ended before something was appended.
    return isKept ? this.passFrom(session, pass.end) : undefined;
  }

  /** Takes what has arrived. @returns whether the page is full and there is more */
  private gather(events: EsdbEvent[], pass: Pass, { types, limit }: ReadAllOptions): boolean {
    for (let record = pass.peek(); record; record = pass.peek()) {
      if (events.length === limit) return true;
      if (!types || types.includes(record.type)) events.push(this.event(record));
      pass.take();
    }
    return false;
  }

  /** The records of the server from its end on, in bounded reads that grow. */
  private async *backwards(): AsyncGenerator<AllStreamRecordedEvent> {
    let fromPosition: Position | typeof END = END;
    for (let maxCount = BACK.first; ; maxCount = Math.min(4 * maxCount, BACK.most)) {
      const options = { direction: BACKWARDS, fromPosition, maxCount, requiresLeader: true } as const;
      const records: AllStreamResolvedEvent[] = await this.connection.call((client) =>
        collected(client.readAll(options)),
      );
      for (const { event } of records) if (event) yield event;
      if (records.length < maxCount) return;
      fromPosition = records.findLast(({ event }) => event)!.event!.position;
    }
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

/** Nothing is reached from a position at which there may be no event. */
const isReached = (goal: Goal | undefined, { begun, ours }: Pass): boolean =>
  begun && goal !== undefined && (!goal.last || (ours !== undefined && !isAfter(goal.last, ours)));
