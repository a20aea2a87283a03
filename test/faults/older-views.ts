import { views } from '@pm/assembly';
import { generationName } from '@pm/projections';
import Database from 'better-sqlite3';

interface SchemaRow {
  readonly name: string;
  readonly sql: string;
}

/** Of no view: every one that there is comes after it. */
const OLDER = 0;

/** Has a file of complete views be that of an older program: the server that opens it builds every view again. */
export function makeOlder(file: string): void {
  const db = new Database(file);
  const rename = db.transaction(() => {
    for (const { name: view, revision } of views) {
      const older = generationName({ view, revision: OLDER });
      // It is left for a while to whoever reads it.
      dropGeneration(db, older);
      renameGeneration(db, generationName({ view, revision }), older);
    }
    db.prepare('UPDATE generations SET revision = ?').run(OLDER);
  });
  rename();
  db.close();
}

function dropGeneration(db: Database.Database, name: string): void {
  db.prepare('DELETE FROM generations WHERE name = ?').run(name);
  const tables = db
    .prepare<[string], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND instr(name, ?)")
    .pluck();
  for (const table of tables.all(name)) db.exec(`DROP TABLE "${table}"`);
}

function renameGeneration(db: Database.Database, from: string, to: string): void {
  db.prepare('UPDATE generations SET name = ? WHERE name = ?').run(to, from);
  const named = (type: string) =>
    db
      .prepare<[string, string], SchemaRow>(
        'SELECT name, sql FROM sqlite_schema WHERE type = ? AND instr(name, ?)',
      )
      .all(type, from)
      .filter(({ sql }) => sql !== null);
  const indexes = named('index');
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`);
  for (const { name } of named('table'))
    db.exec(`ALTER TABLE "${name}" RENAME TO "${name.replace(from, to)}"`);
  for (const { sql } of indexes) db.exec(sql.replaceAll(from, to));
}

/** Whether all of a file's views are shown as this program builds them. */
export function areBuiltAgain(file: string): boolean {
  const db = new Database(file, { readonly: true });
  const newer = 'SELECT count(*) FROM generations WHERE active AND revision > ?';
  const count = db.prepare<[number], number>(newer).pluck().get(OLDER);
  db.close();
  return count === views.length;
}
