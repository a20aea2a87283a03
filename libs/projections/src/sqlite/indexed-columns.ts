import type { Db } from '@pm/eventing/sqlite';

/** To version 3 of the file: fields that lists go by get columns; before, each index read them from the documents at every change. */
export function giveIndexedFieldsColumns(db: Db): void {
  const generations = db
    .prepare<[], { name: string; indexes: string }>('SELECT name, indexes FROM generations')
    .all();
  for (const { name, indexes } of generations) {
    const table = `"documents ${name}"`;
    for (const field of JSON.parse(indexes) as string[]) {
      db.exec(`
        ALTER TABLE ${table} ADD COLUMN "by ${field}" TEXT NOT NULL DEFAULT '';
        UPDATE ${table} SET "by ${field}" = own ->> '$.${field}' WHERE json_type(own, '$.${field}') = 'text';
        DROP INDEX IF EXISTS "${name} by ${field}";
        CREATE INDEX "${name} by ${field}" ON ${table} ("by ${field}", id);
      `);
    }
  }
}
