import { type Db, openDatabase, type Schema } from '@pm/eventing/sqlite';

/**
 * `ready_at`: when work may be claimed; null once it is done or parked. Instants are text whose order is time order.
 * Some files of version 1 have bookmarks already. `read` is JSON; the other columns of `reads` are what it is found by.
 */
const SCHEMA: Schema = [
  `
  CREATE TABLE work (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    due_at TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL,
    ready_at TEXT,
    attempts INTEGER NOT NULL,
    token INTEGER NOT NULL,
    reason TEXT
  ) WITHOUT ROWID;
  CREATE INDEX work_ready ON work (kind, ready_at) WHERE ready_at IS NOT NULL;
  CREATE INDEX work_parked ON work (id) WHERE state = 'parked';
  CREATE TABLE schedules (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    timing TEXT NOT NULL,
    payload TEXT NOT NULL,
    since TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE leases (
    name TEXT PRIMARY KEY,
    holder TEXT,
    token INTEGER NOT NULL,
    version INTEGER NOT NULL,
    ttl_ms INTEGER NOT NULL
  ) WITHOUT ROWID;
`,
  'CREATE TABLE IF NOT EXISTS bookmarks (name TEXT PRIMARY KEY, position TEXT NOT NULL) WITHOUT ROWID',
  `
  CREATE TABLE reads (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    reader TEXT NOT NULL,
    record_id TEXT,
    read TEXT NOT NULL
  );
  CREATE INDEX reads_at ON reads (at, id);
  CREATE INDEX reads_reader ON reads (reader, at, id);
  CREATE INDEX reads_record ON reads (record_id, at, id) WHERE record_id IS NOT NULL;
  CREATE TABLE read_subjects (
    subject TEXT NOT NULL,
    at TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (subject, at, id)
  ) WITHOUT ROWID;
`,
];

/** Opens the file that agenda, leases, bookmarks and the read log share. What is committed is durable. @throws StoreUnavailable */
export function openStateFile(file: string, { readonly = false } = {}): Db {
  return openDatabase({ file, schema: SCHEMA, synchronous: 'FULL', pageSize: 4096, readonly });
}
