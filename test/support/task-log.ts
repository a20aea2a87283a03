import {
  Catalogue,
  type EventStore,
  hashOf,
  LIMITS,
  newId,
  NO_STREAM,
  Recorder,
  type StreamEnd,
  verify,
  wholeLog,
} from '@pm/eventing';
import { MemoryKeys } from '@pm/eventing/memory';
import type { ActorId, Instant, Recorded } from '@pm/kernel';
import { type TaskEvent, taskEvents } from './task.events.js';

const BY = { actor: 'ada' as ActorId, commandId: 'command', correlationId: 'command', repeatable: false };
const RECORDED_AT = '2026-03-03T09:30:00.000Z' as Instant;

/** A log that tasks are written to, in one stream unless another is named. */
export class TaskLog {
  readonly catalogue = new Catalogue([taskEvents]);
  readonly recorder = new Recorder(this.catalogue, new MemoryKeys());
  private readonly ends = new Map<string, StreamEnd>();

  constructor(readonly events: EventStore) {}

  /** Goes on where a log ends that was written before. */
  static async goingOn(events: EventStore): Promise<TaskLog> {
    const log = new TaskLog(events);
    for (const [stream, end] of (await verify(events)).ends) log.ends.set(stream, end);
    return log;
  }

  /** @returns the position of the last one; undefined where there is none */
  write(...facts: readonly TaskEvent[]): Promise<string | undefined> {
    return this.writeTo('test-tasks', ...facts);
  }

  async writeTo(stream: string, ...facts: readonly TaskEvent[]): Promise<string | undefined> {
    let position: string | undefined;
    for (let start = 0; start < facts.length; start += LIMITS.appendEvents) {
      position = await this.append(stream, facts.slice(start, start + LIMITS.appendEvents));
    }
    return position;
  }

  /** Every event of the log as recorded. */
  async read(): Promise<Recorded<TaskEvent>[]> {
    const read: Recorded<TaskEvent>[] = [];
    for await (const event of wholeLog(this.events))
      read.push(this.recorder.toRecorded(event) as Recorded<TaskEvent>);
    return read;
  }

  private async append(stream: string, facts: readonly TaskEvent[]): Promise<string> {
    const end = this.ends.get(stream) ?? NO_STREAM;
    const recording = { by: BY, recordedAt: RECORDED_AT, ids: facts.map(() => newId()) };
    const stored = await this.recorder.toStored(stream, end, facts, recording);
    const expected = end.revision < 0 ? 'none' : end.revision;
    const { revision, position } = await this.events.append(stream, expected, stored);
    this.ends.set(stream, { revision, hash: hashOf(stored.at(-1)!) });
    return position;
  }
}
