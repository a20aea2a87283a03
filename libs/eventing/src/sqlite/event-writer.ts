import { epochMs } from '@pm/kernel';
import { contentOf } from '../appending.js';
import { textsOf } from '../canonical.js';
import {
  type ExpectedRevision,
  IdConflict,
  type LoggedEvent,
  type StoredEvent,
  VersionConflict,
} from '../event-store.js';
import type { Db } from './database.js';
import { type EventRow, toBlob, toEvent } from './event-row.js';

export interface AppendRequest {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly StoredEvent[];
}

export interface AppendOutcome {
  readonly revision: number;
  readonly position: number;
  readonly alreadyAppended: boolean;
}

/** Writes one append within the transaction that is open; a refused one leaves no trace. */
export class EventWriter {
  private readonly types = new Map<string, number>();
  private readonly statements;

  constructor(db: Db) {
    this.statements = {
      stream: db.prepare<[string], { id: number }>('SELECT id FROM streams WHERE name = ?'),
      addStream: db.prepare<[string]>('INSERT INTO streams (name) VALUES (?)'),
      type: db.prepare<[string], { id: number }>(
        'INSERT INTO types (name) VALUES (?) ON CONFLICT DO UPDATE SET name = name RETURNING id',
      ),
      last: db.prepare<[number], { revision: number }>(
        'SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1',
      ),
      head: db.prepare<[], { position: number; knownAt: number }>(
        'SELECT position, known_at AS knownAt FROM events ORDER BY position DESC LIMIT 1',
      ),
      byId: db.prepare<[Buffer], EventRow>(
        `SELECT e.position, e.id, s.name AS stream, e.revision, t.name AS type, e.schema_version AS schemaVersion,
           e.data, e.metadata
         FROM events e JOIN streams s ON s.id = e.stream JOIN types t ON t.id = e.type WHERE e.id = ?`,
      ),
      insert: db.prepare(
        `INSERT INTO events (position, id, stream, revision, type, schema_version, known_at, data, metadata)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ),
    };
  }

  /** @throws VersionConflict, IdConflict before anything was written */
  write({ stream, expected, events }: AppendRequest): AppendOutcome {
    const repeated = this.alreadyThere(events);
    if (repeated) return repeated;
    const known = this.statements.stream.get(stream)?.id;
    const actual = known === undefined ? 'none' : this.statements.last.get(known)!.revision;
    if (actual !== expected) throw new VersionConflict(stream, expected, actual);
    const streamId = known ?? Number(this.statements.addStream.run(stream).lastInsertRowid);
    return this.insert(streamId, events);
  }

  /** Forgets what it remembered of a transaction that was rolled back. */
  rolledBack(): void {
    this.types.clear();
  }

  private insert(streamId: number, events: readonly StoredEvent[]): AppendOutcome {
    let { position, knownAt } = this.statements.head.get() ?? { position: 0, knownAt: 0 };
    for (const event of events) {
      position += 1;
      knownAt = Math.max(knownAt, epochMs(event.metadata.recordedAt));
      const { data, metadata } = textsOf(event);
      const type = this.typeId(event.type);
      const { schemaVersion, revision } = event;
      this.statements.insert.run(
        position,
        toBlob(event.id),
        streamId,
        revision,
        type,
        schemaVersion,
        knownAt,
        data,
        metadata,
      );
    }
    return { revision: events.at(-1)!.revision, position, alreadyAppended: false };
  }

  private typeId(name: string): number {
    let id = this.types.get(name);
    if (id === undefined) {
      id = this.statements.type.get(name)!.id;
      this.types.set(name, id);
    }
    return id;
  }

  /** The same events sent again store nothing; other content under one of the ids is a conflict. */
  private alreadyThere(events: readonly StoredEvent[]): AppendOutcome | undefined {
    const found = events.map(({ id }) => this.statements.byId.get(toBlob(id)));
    for (const [index, row] of found.entries()) {
      if (row && contentOf(stored(row)) !== contentOf(events[index]!))
        throw new IdConflict(events[index]!.id);
    }
    const last = found.at(-1);
    if (last && !found.includes(undefined)) {
      return { revision: last.revision, position: last.position, alreadyAppended: true };
    }
    const partly = found.findIndex((row) => row !== undefined);
    if (partly >= 0) throw new IdConflict(events[partly]!.id);
    return undefined;
  }
}

const stored = (row: EventRow): LoggedEvent => toEvent('', row);
