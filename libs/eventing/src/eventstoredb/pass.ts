import { type AllStreamRecordedEvent, FORWARDS, type Position } from '@eventstore/db-client';
import type { Session } from './connection.js';
import { within } from './patience.js';
import { isSame } from './place.js';
import { OpenRead } from './records.js';
import type { LogStreams } from './stored-form.js';

/** No record of this log stands where a pass was to begin. */
export class NoSuchRecord extends Error {}

/** Where a pass begins. */
export interface Start {
  /** The record to begin at, which is passed over; the server's reads begin at one, not behind it. */
  readonly at: Position;
  /** The last event of this log up to there; undefined where there is none. */
  readonly ours: Position | undefined;
}

const RECORDS_AHEAD = 256;
const SILENCE_MS = 5000;

/** One reading of a log's events onwards, past the records of others in the same server. */
export class Pass {
  /** The last event of this log that was taken. */
  ours: Position | undefined;
  /** The last record that arrived, of whatever log. */
  private seen: Position | undefined;
  private readonly read: OpenRead;
  private ahead: AllStreamRecordedEvent | undefined;

  constructor(
    readonly session: Session,
    private readonly start: Start,
    private readonly streams: LogStreams,
  ) {
    this.ours = start.ours;
    const options = { direction: FORWARDS, fromPosition: start.at, requiresLeader: true } as const;
    this.read = new OpenRead(session.client.readAll(options, { highWaterMark: RECORDS_AHEAD }));
  }

  /** The next event, as far as one has arrived; it stays until it is taken. @throws NoSuchRecord */
  peek(): AllStreamRecordedEvent | undefined {
    while (!this.ahead) {
      const record = this.read.next();
      if (!record) return undefined;
      if (this.seen === undefined) this.checkStart(record);
      else if (this.streams.holds(record)) this.ahead = record;
      this.seen = record.position;
    }
    return this.ahead;
  }

  take(): void {
    this.ours = this.ahead!.position;
    this.ahead = undefined;
  }

  /** True once the record to begin at has arrived, and is the one that it should be. */
  get begun(): boolean {
    return this.seen !== undefined;
  }

  /** True once all was taken, up to where the log ended at that moment. @throws NoSuchRecord */
  get ended(): boolean {
    if (this.read.ended && this.seen === undefined) throw new NoSuchRecord();
    return this.read.ended && !this.ahead;
  }

  /** Where it ended: another may go on from there. */
  get end(): Start {
    return { at: this.seen ?? this.start.at, ours: this.ours };
  }

  /** Resolves when there is more to peek at, or the end. @throws NoAnswer */
  more(): Promise<void> {
    return within(SILENCE_MS, this.read.more());
  }

  cancel(): void {
    this.read.cancel();
  }

  /** A position between records, or of somebody else's, is none of ours. */
  private checkStart(record: AllStreamRecordedEvent): void {
    const { at, ours } = this.start;
    if (!isSame(record.position, at) || (isSame(at, ours) && !this.streams.holds(record)))
      throw new NoSuchRecord();
  }
}
