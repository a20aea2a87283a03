import type { Db } from '@pm/eventing/sqlite';
import type { Cursor } from '../listing.js';
import { type Generation, generationName, type ListQuery, type StoredDocument } from '../view-store.js';

interface DocumentRow {
  readonly id: string;
  readonly own: string | null;
  readonly sum: string | null;
}

/** The documents of one generation. Names of views and fields come from the code, never from a request. */
export class DocumentTable {
  private readonly name: string;
  private readonly loadRow;
  private readonly upsert;
  private readonly remove;

  constructor(
    private readonly db: Db,
    generation: Generation,
  ) {
    this.name = tableName(generation);
    this.loadRow = db.prepare<[string], DocumentRow>(`SELECT id, own, sum FROM ${this.name} WHERE id = ?`);
    this.upsert = db.prepare<[string, string | null, string | null]>(
      `INSERT INTO ${this.name} (id, own, sum) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET own = excluded.own, sum = excluded.sum`,
    );
    this.remove = db.prepare<[string]>(`DELETE FROM ${this.name} WHERE id = ?`);
  }

  static create(db: Db, generation: Generation): void {
    const name = tableName(generation);
    // With rowids: without, SQLite keeps most of a document of over a kilobyte in pages of its own, and writes thrice as many.
    db.exec(`CREATE TABLE IF NOT EXISTS ${name} (id TEXT PRIMARY KEY, own TEXT, sum TEXT)`);
    for (const field of generation.indexes) {
      db.exec(
        `CREATE INDEX IF NOT EXISTS ${indexName(generation, field)} ON ${name} (${valueOf(field)}, id)`,
      );
    }
  }

  static drop(db: Db, generation: Generation): void {
    db.exec(`DROP TABLE IF EXISTS ${tableName(generation)}`);
  }

  load(ids: readonly string[]): StoredDocument[] {
    return ids.flatMap((id) => {
      const row = this.loadRow.get(id);
      return row ? [toDocument(row)] : [];
    });
  }

  write(documents: readonly StoredDocument[]): void {
    for (const { id, own, sum } of documents) {
      if (own || sum) this.upsert.run(id, own ? JSON.stringify(own) : null, sum ? JSON.stringify(sum) : null);
      else this.remove.run(id);
    }
  }

  /** @returns one document more than the limit, where there are more */
  list({ where = {}, sortBy, limit }: ListQuery, cursor: Cursor | undefined): StoredDocument[] {
    const conditions = ['own IS NOT NULL', ...Object.keys(where).map((field) => `${valueOf(field)} = ?`)];
    const order = sortBy ? `${valueOf(sortBy)}, id` : 'id';
    // Of the two conditions on the sorted field SQLite seeks by the first; a row value alone makes it scan from the start.
    if (cursor) conditions.push(sortBy ? `${valueOf(sortBy)} >= ? AND (${order}) > (?, ?)` : 'id > ?');
    const after = cursor ? (sortBy ? [cursor.value, cursor.value, cursor.id] : [cursor.id]) : [];
    const rows = this.db.prepare<unknown[], DocumentRow>(
      `SELECT id, own, sum FROM ${this.name} WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ?`,
    );
    return rows.all(...Object.values(where), ...after, limit + 1).map(toDocument);
  }
}

const tableName = (generation: Generation): string => `"documents ${generationName(generation)}"`;
const indexName = (generation: Generation, field: string): string =>
  `"${generationName(generation)} by ${field}"`;
/** Empty where the document has no text there. */
const valueOf = (field: string): string =>
  `iif(json_type(own, '$.${field}') = 'text', own ->> '$.${field}', '')`;

const toDocument = ({ id, own, sum }: DocumentRow): StoredDocument => ({
  id,
  ...(own && { own: JSON.parse(own) as object }),
  ...(sum && { sum: JSON.parse(sum) as object }),
});
