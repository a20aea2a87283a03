import { epochMs } from '@pm/kernel';
import { isRepetition } from '../appending.js';
import { textsOf } from '../canonical.js';
import { type ExpectedRevision, IdConflict, type StoredEvent, VersionConflict } from '../event-store.js';
import type { Db } from './database.js';
import { EVENT_COLUMNS, type EventRow, type Names, SqliteEvent, toBlob } from './event-row.js';

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
  readonly refusals = [VersionConflict, IdConflict];
  private readonly types = new Map<string, number>();
  /** The last event's, as far as written; nobody else writes. */
  private head: Head | undefined;
  private readonly statements;

  constructor(
    db: Db,
    private readonly names: Names,
  ) {
    this.statements = {
      stream: db.prepare<[string], { id: number }>('SELECT id FROM streams WHERE name = ?'),
      addStream: db.prepare<[string]>('INSERT INTO streams (name) VALUES (?)'),
      type: db.prepare<[string], { id: number }>(
        'INSERT INTO types (name) VALUES (?) ON CONFLICT DO UPDATE SET name = name RETURNING id',
      ),
      last: db.prepare<[number], { revision: number }>(
        'SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1',
      ),
      head: db.prepare<[], Head>(
        'SELECT position, known_at AS knownAt FROM events ORDER BY position DESC LIMIT 1',
      ),
      byId: db.prepare<[Buffer], EventRow>(`SELECT ${EVENT_COLUMNS} FROM events WHERE id = ?`).raw(),
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

  /** Where the log ends, as far as this writer knows by itself. */
  get headPosition(): number | undefined {
    return this.head?.position;
  }

  /** Forgets what it remembered of a transaction that was rolled back. */
  rolledBack(): void {
    this.types.clear();
    this.names.forget();
    this.head = undefined;
  }

  private insert(streamId: number, events: readonly StoredEvent[]): AppendOutcome {
    let { position, knownAt } = (this.head ??= this.statements.head.get() ?? { position: 0, knownAt: 0 });
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
    this.head = { position, knownAt };
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
    const rows = events.map(({ id }) => this.statements.byId.get(toBlob(id)));
    if (rows.every((row) => row === undefined)) return undefined;
    const found = rows.map((row) => row && new SqliteEvent(row, this.names));
    if (!isRepetition(events, found)) return undefined;
    const [position, , , revision] = rows.at(-1)!;
    return { revision, position, alreadyAppended: true };
  }
}

/** Where the log ends. */
interface Head {
  readonly position: number;
  readonly knownAt: number;
}
