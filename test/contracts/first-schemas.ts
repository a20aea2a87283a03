/** How the first version of the program made `views.db`, and what it may have left in it. */
export const FIRST_VIEWS = {
  tables: `
    CREATE TABLE generations (
      name TEXT PRIMARY KEY,
      view TEXT NOT NULL,
      revision INTEGER NOT NULL,
      indexes TEXT NOT NULL,
      checkpoint TEXT,
      active INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
  `,
  scores: [
    `INSERT INTO generations VALUES ('scores@4', 'scores', 4, '[]', 'log.1', 1)`,
    `CREATE TABLE "documents scores@4" (id TEXT PRIMARY KEY, own TEXT, sum TEXT) WITHOUT ROWID`,
    `CREATE TABLE "entries scores@4" (
      id TEXT NOT NULL, facet TEXT NOT NULL, valid_from TEXT NOT NULL, position TEXT NOT NULL, stated_by TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (id, facet, valid_from, position)
    ) WITHOUT ROWID`,
    `INSERT INTO "documents scores@4" VALUES ('churn', '{"value":"2.4"}', NULL)`,
  ],
  /** A later program of that version made it beside. */
  parked: `CREATE TABLE parked (
    generation TEXT NOT NULL, position TEXT NOT NULL, event TEXT NOT NULL, asked TEXT,
    PRIMARY KEY (generation, position)
  ) WITHOUT ROWID`,
} as const;

/** Of its second version: each index read its field from the documents. */
export const SECOND_CARDS = [
  `INSERT INTO generations VALUES ('cards@1', 'cards', 1, '["owner","place"]', 'log.2', 1)`,
  'CREATE TABLE "documents cards@1" (id TEXT PRIMARY KEY, own TEXT, sum TEXT)',
  ...['owner', 'place'].map(
    (field) => `CREATE INDEX "cards@1 by ${field}" ON "documents cards@1" (
      iif(json_type(own, '$.${field}') = 'text', own ->> '$.${field}', ''), id
    )`,
  ),
  `CREATE TABLE "entries cards@1" (
    id TEXT NOT NULL, facet TEXT NOT NULL, valid_from TEXT NOT NULL, position TEXT NOT NULL, stated_by TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (id, facet, valid_from, position)
  ) WITHOUT ROWID`,
  `INSERT INTO "documents cards@1" VALUES
    ('churn', '{"owner":"ada","place":7}', NULL), ('trust', '{"owner":"eve"}', '{"n":1}'), ('unborn', NULL, '{"n":1}')`,
] as const;

/** The same of `state.db`. */
export const FIRST_STATE = {
  tables: `
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
  due: `INSERT INTO work VALUES (
    'remind:1', 'remind', '2026-03-03T09:00:00.000Z', '{}', 'waiting', '2026-03-03T09:00:00.000Z', 0, 0, NULL
  )`,
  bookmarks: 'CREATE TABLE bookmarks (name TEXT PRIMARY KEY, position TEXT NOT NULL) WITHOUT ROWID',
} as const;
