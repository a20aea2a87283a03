import type { Db } from '@pm/eventing/sqlite';
import { type Cursor, fieldOf } from '../listing.js';
import { type Generation, generationName, type ListQuery, type StoredDocument } from '../view-store.js';

interface DocumentRow {
  readonly id: string;
  readonly own: string | null;
  readonly sum: string | null;
}

/** A row as it is to be; without own and sum: removed. */
export interface DocumentWrite extends DocumentRow {
  /** Texts of the indexed fields. */
  readonly fields: readonly string[];
}

/** The documents of one generation. Names of views and fields come from the code, never from a request. */
export class DocumentTable {
  private readonly name: string;
  private readonly indexes: readonly string[];
  private readonly loadRow;
  private readonly update;
  private readonly replace;
  private readonly remove;

  constructor(
    private readonly db: Db,
    generation: Generation,
  ) {
    this.name = tableName(generation);
    this.indexes = generation.indexes;
    const columns = ['id', 'own', 'sum', ...generation.indexes.map(columnOf)];
    this.loadRow = db.prepare<[string], DocumentRow>(`SELECT id, own, sum FROM ${this.name} WHERE id = ?`);
    const sameFields = generation.indexes.map((field) => ` AND ${columnOf(field)} = ?`).join('');
    this.update = db.prepare<(string | null)[]>(
      `UPDATE ${this.name} SET own = ?, sum = ? WHERE id = ?${sameFields}`,
    );
    this.replace = db.prepare<(string | null)[]>(
      `REPLACE INTO ${this.name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    this.remove = db.prepare<[string]>(`DELETE FROM ${this.name} WHERE id = ?`);
  }

  static create(db: Db, generation: Generation): void {
    const name = tableName(generation);
    // With rowids: without, SQLite keeps most of a document of over a kilobyte in pages of its own, and writes thrice as many.
    const columns = generation.indexes.map((field) => `, ${columnOf(field)} TEXT NOT NULL`);
    db.exec(
      `CREATE TABLE IF NOT EXISTS ${name} (id TEXT PRIMARY KEY, own TEXT, sum TEXT${columns.join('')})`,
    );
    for (const field of generation.indexes) {
      const index = indexName(generation, field);
      db.exec(`CREATE INDEX IF NOT EXISTS ${index} ON ${name} (${columnOf(field)}, id)`);
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

  /** @throws TypeError where JSON cannot hold a document */
  rowsOf(documents: readonly StoredDocument[]): DocumentWrite[] {
    return documents.map((document) => ({
      id: document.id,
      own: document.own ? JSON.stringify(document.own) : null,
      sum: document.sum ? JSON.stringify(document.sum) : null,
      fields: this.indexes.map((field) => fieldOf(document, field)),
    }));
  }

  /** Most changes leave the indexed fields as they are: then no index is touched, each of which would be a page or two. */
  write(rows: readonly DocumentWrite[]): void {
    for (const { id, own, sum, fields } of rows) {
      if (own === null && sum === null) this.remove.run(id);
      else if (this.update.run(own, sum, id, ...fields).changes === 0)
        this.replace.run(id, own, sum, ...fields);
    }
  }

  /** @returns one document more than the limit, where there are more */
  list({ where = {}, sortBy, limit }: ListQuery, cursor: Cursor | undefined): StoredDocument[] {
    const conditions = ['own IS NOT NULL', ...Object.keys(where).map((field) => `${columnOf(field)} = ?`)];
    const order = sortBy ? `${columnOf(sortBy)}, id` : 'id';
    // Of the two conditions on the sorted field SQLite seeks by the first; a row value alone makes it scan from the start.
    if (cursor) conditions.push(sortBy ? `${columnOf(sortBy)} >= ? AND (${order}) > (?, ?)` : 'id > ?');
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
/** Holds the text of an indexed field; empty where the document has no text there. */
const columnOf = (field: string): string => `"by ${field}"`;

const toDocument = ({ id, own, sum }: DocumentRow): StoredDocument => ({
  id,
  ...(own && { own: JSON.parse(own) as object }),
  ...(sum && { sum: JSON.parse(sum) as object }),
});
