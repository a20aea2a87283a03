import type { Db } from '@pm/eventing/sqlite';
import {
  boundsOf,
  type Generation,
  generationName,
  type KeptEntry,
  type Moment,
  type StoredDocument,
} from '../view-store.js';

interface FacetsRow {
  readonly id: string;
  readonly sides: string;
}

/**
 * The statements of one generation, in the order in which a document as of a moment needs them: a statement is found by
 * its document and side, then by when it was true, then by when it was recorded.
 */
export class EntryTable {
  private readonly insert;
  private readonly all;
  private readonly some;
  private readonly since;
  private readonly position;

  constructor(db: Db, generation: Generation) {
    const name = tableName(generation);
    this.insert = db.prepare<[string, string, string, string, string, string]>(
      `INSERT INTO ${name} (id, facet, valid_from, position, stated_by, value) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET value = excluded.value`,
    );
    // SQLite takes the other columns from the row that has the maximum; a name in its JSON objects would end at a NUL.
    const latest = (which: string) => `
      SELECT id, json_group_array(json_array(facet, json(stated))) AS sides FROM (
        SELECT id, facet, json_object('from', valid_from, 'value', json(value), 'by', stated_by) AS stated,
          max(valid_from || char(9) || position)
        FROM ${name} WHERE ${which} valid_from <= ? AND position <= ? GROUP BY id, facet
      ) GROUP BY id`;
    this.all = db.prepare<[string, string], FacetsRow>(latest(''));
    this.since = db.prepare<
      [string, string, string, string, string],
      Omit<KeptEntry, 'value'> & { value: string }
    >(
      `SELECT id, facet, valid_from AS "from", position, stated_by AS "by", value FROM ${name}
       WHERE position > ? AND position <= ? AND valid_from <= ?
         AND NOT (position <= ? AND valid_from <= ?)
       ORDER BY position, id, facet`,
    );
    this.position = db
      .prepare<[string, number], string>(
        `SELECT position FROM ${name} WHERE position > ? ORDER BY position LIMIT 1 OFFSET ?`,
      )
      .pluck();
    this.some = db.prepare<[string, string, string], FacetsRow>(
      latest('id IN (SELECT value FROM json_each(?)) AND'),
    );
  }

  between(earlier: Moment, later: Moment): KeptEntry[] {
    const bounds = (moment: Moment) => {
      const { knownAt, validAt } = boundsOf(moment);
      return [knownAt, validAt] as const;
    };
    // What was known before cannot have become true since: the index leads to what was learned since.
    const start = earlier.validAt === undefined ? boundsOf(earlier).knownAt : '';
    return this.since.all(start, ...bounds(later), ...bounds(earlier)).map(({ value, ...entry }) => ({
      ...entry,
      value: JSON.parse(value) as unknown,
    }));
  }

  positionAfter(after = '', statements: number): string | undefined {
    return this.position.get(after, statements - 1);
  }

  static create(db: Db, generation: Generation): void {
    db.exec(`CREATE TABLE IF NOT EXISTS ${tableName(generation)} (
      id TEXT NOT NULL, facet TEXT NOT NULL, valid_from TEXT NOT NULL, position TEXT NOT NULL, stated_by TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (id, facet, valid_from, position)
    ) WITHOUT ROWID`);
    db.exec(`CREATE INDEX IF NOT EXISTS ${indexName(generation)} ON ${tableName(generation)} (position)`);
  }

  static drop(db: Db, generation: Generation): void {
    db.exec(`DROP TABLE IF EXISTS ${tableName(generation)}`);
  }

  write(entries: readonly KeptEntry[]): void {
    for (const { id, facet, from, position, by, value } of entries) {
      this.insert.run(id, facet, from, position, by, JSON.stringify(value ?? null));
    }
  }

  asOf(moment: Moment, ids: readonly string[] | undefined): StoredDocument[] {
    const { knownAt, validAt } = boundsOf(moment);
    const rows = ids ? this.some.all(JSON.stringify(ids), validAt, knownAt) : this.all.all(validAt, knownAt);
    return rows.map(({ id, sides }) => ({
      id,
      own: Object.fromEntries(JSON.parse(sides) as [string, object][]),
    }));
  }
}

const indexName = (generation: Generation): string => `"entries ${generationName(generation)} by position"`;
const tableName = (generation: Generation): string => `"entries ${generationName(generation)}"`;
