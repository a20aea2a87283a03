import type { StoredEvent } from '@pm/eventing';
import { type Db, openDatabase } from '@pm/eventing/sqlite';
import { textsIn } from './samples.js';

const SCHEMA = `
  CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE events (
    position INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, stream INTEGER NOT NULL, revision INTEGER NOT NULL,
    type INTEGER NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL, UNIQUE (stream, revision)
  );
`;

/** The raw limit: the same rows and indexes in the same engine, with nothing checked and nothing promised. */
export class BareLog {
  private waiting: { event: StoredEvent; resolve: () => void }[] = [];
  private readonly insert;
  private readonly db: Db;
  private streams = new Map<string, number>();

  constructor(file: string) {
    this.db = openDatabase({ file, schema: [SCHEMA], synchronous: 'FULL', pageSize: 16384 });
    this.db.pragma('wal_autocheckpoint = 4000');
    this.insert = this.db.prepare(
      'INSERT INTO events (id, stream, revision, type, data, metadata) VALUES (?, ?, ?, 1, ?, ?)',
    );
  }

  /** One transaction for every turn of the event loop. */
  append(event: StoredEvent): Promise<void> {
    return new Promise((resolve) => {
      if (this.waiting.push({ event, resolve }) > 1) return;
      setImmediate(() => {
        const batch = this.waiting.splice(0);
        this.write(batch.map((each) => each.event));
        batch.forEach((each) => each.resolve());
      });
    });
  }

  write(events: readonly StoredEvent[]): void {
    this.db.exec('BEGIN IMMEDIATE');
    for (const event of events) {
      const { data, metadata } = textsIn(event);
      const id = Buffer.from(event.id.replaceAll('-', ''), 'hex');
      this.insert.run(id, this.streamId(event.stream), event.revision, data, metadata);
    }
    this.db.exec('COMMIT');
  }

  close(): void {
    this.db.close();
  }

  private streamId(name: string): number {
    let id = this.streams.get(name);
    if (id === undefined) this.streams.set(name, (id = this.streams.size + 1));
    return id;
  }
}
