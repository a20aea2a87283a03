import { setTimeout as delay } from 'node:timers/promises';
import { type AppendToStreamOptions, type EventData, NO_STREAM, type Position } from '@eventstore/db-client';
import { isRepetition } from '../appending.js';
import { type Appended, type ExpectedRevision, type StoredEvent, VersionConflict } from '../event-store.js';
import { type Connection, pauseMs } from './connection.js';
import { isConflict } from './failures.js';
import type { Identity } from './identity.js';
import { positionOf } from './place.js';
import { RecentIds } from './recent-ids.js';
import { type EsdbEvent, type LogStreams, toEventData } from './stored-form.js';

/** One append: what is asked, and the same as the driver takes it. */
interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly StoredEvent[];
  readonly data: EventData[];
}

/** What an appender knows of its log, and tells it. */
export interface AppendedTo {
  identity(): Identity;
  readRange(stream: string, from: number, count: number): Promise<EsdbEvent[]>;
  /** Told of each append that stored something, with the place of its last event. */
  onAppended(position: Position): void;
}

/** How long an append is tried again whose outcome is unknown. */
const DOUBT_MS = 15_000;

/**
 * Appends at a revision, and tells repetitions from conflicts by reading back. After an interruption the same write is
 * sent again, which the server recognises, until its outcome is known or the time is over.
 */
export class Appender {
  private readonly recent = new RecentIds();

  constructor(
    private readonly connection: Connection,
    private readonly streams: LogStreams,
    private readonly log: AppendedTo,
  ) {}

  /** @throws VersionConflict, IdConflict, EsdbUnavailable */
  append(stream: string, expected: ExpectedRevision, events: readonly StoredEvent[]): Promise<Appended> {
    const append = { stream, expected, events, data: events.map(toEventData) };
    const known = events.some(({ id }) => this.recent.find(id));
    const outcome = known ? this.repeated(append) : this.write(append);
    if (!known) this.recent.take(events, outcome);
    return outcome;
  }

  /** Some of the ids were taken a moment ago, here or in another stream. */
  private async repeated(append: Append): Promise<Appended> {
    const { events } = append;
    await Promise.allSettled(events.map(async ({ id }) => this.recent.find(id)?.outcome));
    return (await this.repetition(append)) ?? this.write(append);
  }

  private async write(append: Append): Promise<Appended> {
    const deadline = Date.now() + DOUBT_MS;
    let inDoubt = false;
    for (let failures = 1; ; failures += 1) {
      try {
        return await this.send(append);
      } catch (error) {
        if (isConflict(error)) return this.afterConflict(append, error.actualVersion);
        const failure = this.connection.unavailable(error);
        inDoubt ||= failure.interrupted;
        if (!inDoubt || Date.now() > deadline) throw failure;
        await delay(pauseMs(failures));
      }
    }
  }

  private async send({ stream, expected, data }: Append): Promise<Appended> {
    const name = this.streams.nameOf(stream);
    const expectedRevision = expected === 'none' ? NO_STREAM : BigInt(expected);
    const options: AppendToStreamOptions = { expectedRevision, requiresLeader: true };
    const { nextExpectedRevision, position } = await this.connection.append(name, data, options);
    this.log.onAppended(position!);
    return {
      revision: Number(nextExpectedRevision),
      position: positionOf(this.log.identity().logId, position!),
      alreadyAppended: false,
    };
  }

  private async afterConflict(append: Append, actualVersion: bigint | 'no_stream'): Promise<Appended> {
    const actual = actualVersion === 'no_stream' ? 'none' : Number(actualVersion);
    const isThere = actual !== 'none' && actual >= append.events[0]!.revision;
    const repeated = isThere && (await this.repetition(append));
    if (repeated) return repeated;
    throw new VersionConflict(append.stream, append.expected, actual);
  }

  /** @returns what was appended, where all of it was before; undefined where none of it was @throws IdConflict */
  private async repetition({ stream, events }: Append): Promise<Appended | undefined> {
    const there = await this.log.readRange(stream, events[0]!.revision, events.length);
    const byId = new Map(there.map((event) => [event.id, event]));
    const found: (EsdbEvent | undefined)[] = [];
    for (const { id } of events) found.push(byId.get(id) ?? (await this.takenElsewhere(id)));
    if (!isRepetition(events, found)) return undefined;
    const { revision, position } = found.at(-1)!;
    return { revision, position, alreadyAppended: true };
  }

  private async takenElsewhere(id: string): Promise<EsdbEvent | undefined> {
    const taken = this.recent.find(id);
    if (!taken) return undefined;
    const [event] = await this.log.readRange(taken.stream, taken.revision, 1);
    return event?.id === id ? event : undefined;
  }
}
