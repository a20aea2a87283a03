import type { Db } from '@pm/eventing/sqlite';
import type { ParkedEvent, ParkedRequest } from '../parking.js';
import { type Generation, generationName } from '../view-store.js';

interface ParkedRow {
  readonly event: string;
  readonly asked: string | null;
}

/** What each generation has parked. */
export class ParkedTable {
  constructor(private readonly db: Db) {}

  write(generation: Generation, parked: readonly ParkedEvent[], released: readonly string[]): void {
    if (parked.length + released.length === 0) return;
    const name = generationName(generation);
    const put = this.db.prepare(
      'INSERT OR REPLACE INTO parked (generation, position, event, asked) VALUES (?, ?, ?, NULL)',
    );
    const remove = this.db.prepare('DELETE FROM parked WHERE generation = ? AND position = ?');
    for (const event of parked) put.run(name, event.position, JSON.stringify(event));
    for (const position of released) remove.run(name, position);
  }

  read(generation: Generation): ParkedEvent[] {
    const rows = this.db.prepare<[string], ParkedRow>(
      'SELECT event, asked FROM parked WHERE generation = ? ORDER BY position',
    );
    return rows.all(generationName(generation)).map(({ event, asked }) => ({
      ...(JSON.parse(event) as ParkedEvent),
      ...(asked !== null && { asked: JSON.parse(asked) as ParkedRequest }),
    }));
  }

  ask(generation: Generation, position: string, asked: ParkedRequest): boolean {
    const update = this.db.prepare(
      `UPDATE parked SET asked = ? WHERE generation = ? AND position = ? AND event ->> '$.skipped' IS NULL`,
    );
    return update.run(JSON.stringify(asked), generationName(generation), position).changes === 1;
  }

  drop(generation: Generation): void {
    this.db.prepare('DELETE FROM parked WHERE generation = ?').run(generationName(generation));
  }
}
