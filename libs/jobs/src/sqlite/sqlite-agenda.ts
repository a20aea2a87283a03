import type { Db } from '@pm/eventing/sqlite';
import type { Instant } from '@pm/kernel';
import {
  Agenda,
  type Claim,
  ClaimLost,
  type Ending,
  type KeptWork,
  type Work,
  type WorkState,
} from '../agenda.js';
import type { Schedule, Scheduled } from '../schedule.js';
import type { Timing } from '../timing.js';
import { checkPage, payloadOf, readyAfter, reasonOf, textsOfSchedule } from '../writing.js';

interface WorkRow {
  readonly id: string;
  readonly kind: string;
  readonly dueAt: Instant;
  readonly payload: string;
  readonly state: WorkState;
  readonly attempts: number;
  readonly token: number;
  readonly reason: string | null;
}

interface ScheduleRow {
  readonly id: string;
  readonly kind: string;
  readonly timing: string;
  readonly payload: string;
  readonly since: Instant;
}

const WORK = 'id, kind, due_at AS dueAt, payload, state, attempts, token, reason';
const READY = 'kind IN (SELECT value FROM json_each(?)) AND ready_at IS NOT NULL';

/** The agenda in the state file. */
export class SqliteAgenda extends Agenda {
  private readonly statements;
  private readonly putAll: (rows: readonly (readonly string[])[]) => void;

  constructor(db: Db) {
    super();
    this.statements = prepared(db);
    const putAll = db.transaction((rows: readonly (readonly string[])[]) => {
      for (const row of rows) this.statements.put.run(...row);
    });
    this.putAll = (rows) => putAll.immediate(rows);
  }

  async put(...work: readonly Work[]): Promise<void> {
    this.putAll(work.map((each) => [each.id, each.kind, each.dueAt, payloadOf(each), each.dueAt]));
  }

  async schedule(schedule: Schedule, now: Instant): Promise<void> {
    const { timing, payload } = textsOfSchedule(schedule);
    this.statements.schedule.run(schedule.id, schedule.kind, timing, payload, now);
  }

  async unschedule(id: string): Promise<void> {
    this.statements.unschedule.run(id);
  }

  async schedules(): Promise<readonly Scheduled[]> {
    return this.statements.schedules.all().map(({ timing, payload, ...row }) => ({
      ...row,
      timing: JSON.parse(timing) as Timing,
      payload: JSON.parse(payload) as object,
    }));
  }

  async due(kinds: readonly string[], now: Instant, limit: number): Promise<readonly Work[]> {
    checkPage(limit);
    return this.statements.due.all(JSON.stringify(kinds), now, limit).map(toWork);
  }

  async nextDueAt(kinds: readonly string[]): Promise<Instant | undefined> {
    return this.statements.next.get(JSON.stringify(kinds))?.readyAt ?? undefined;
  }

  async claim(id: string, now: Instant, until: Instant): Promise<Claim | undefined> {
    const row = this.statements.claim.get(until, id, now);
    return row && { work: toWork(row), token: row.token, attempt: row.attempts };
  }

  async renew({ work: { id }, token }: Claim, until: Instant): Promise<void> {
    if (this.statements.renew.run(until, id, token).changes === 0) throw new ClaimLost(id, token);
  }

  async finish({ work: { id }, token }: Claim, ending: Ending): Promise<void> {
    const { state } = ending;
    const values = [state, readyAfter(ending), reasonOf(ending), state, id, token];
    if (this.statements.finish.run(...values).changes === 0) throw new ClaimLost(id, token);
  }

  async release(id: string, dueAt: Instant): Promise<boolean> {
    return this.statements.release.run(dueAt, id).changes > 0;
  }

  async find(id: string): Promise<KeptWork | undefined> {
    const row = this.statements.find.get(id);
    return row && toKeptWork(row);
  }

  async parked(limit: number): Promise<readonly KeptWork[]> {
    checkPage(limit);
    return this.statements.parked.all(limit).map(toKeptWork);
  }
}

function prepared(db: Db) {
  const held = `WHERE id = ? AND token = ? AND state = 'claimed'`;
  return {
    put: db.prepare<string[]>(
      `INSERT INTO work (id, kind, due_at, payload, state, ready_at, attempts, token)
       VALUES (?, ?, ?, ?, 'waiting', ?, 0, 0) ON CONFLICT DO NOTHING`,
    ),
    schedule: db.prepare<string[]>(
      `INSERT INTO schedules (id, kind, timing, payload, since) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET kind = excluded.kind, timing = excluded.timing, payload = excluded.payload,
         since = iif(timing = excluded.timing, since, excluded.since)`,
    ),
    unschedule: db.prepare<[string]>('DELETE FROM schedules WHERE id = ?'),
    schedules: db.prepare<[], ScheduleRow>(
      'SELECT id, kind, timing, payload, since FROM schedules ORDER BY id',
    ),
    due: db.prepare<[string, string, number], WorkRow>(
      `SELECT ${WORK} FROM work WHERE ${READY} AND ready_at <= ? ORDER BY ready_at, id LIMIT ?`,
    ),
    next: db.prepare<[string], { readyAt: Instant | null }>(
      `SELECT min(ready_at) AS readyAt FROM work WHERE ${READY}`,
    ),
    claim: db.prepare<[string, string, string], WorkRow>(
      `UPDATE work SET state = 'claimed', ready_at = ?, token = token + 1, attempts = attempts + 1
       WHERE id = ? AND ready_at <= ? RETURNING ${WORK}`,
    ),
    renew: db.prepare<[string, string, number]>(`UPDATE work SET ready_at = ? ${held}`),
    finish: db.prepare<(string | number | null)[]>(
      `UPDATE work SET state = ?, ready_at = ?, reason = ?, payload = iif(? = 'done', '{}', payload) ${held}`,
    ),
    release: db.prepare<[string, string]>(
      `UPDATE work SET state = 'waiting', ready_at = ?, attempts = 0 WHERE id = ? AND state = 'parked'`,
    ),
    find: db.prepare<[string], WorkRow>(`SELECT ${WORK} FROM work WHERE id = ?`),
    parked: db.prepare<[number], WorkRow>(
      `SELECT ${WORK} FROM work WHERE state = 'parked' ORDER BY id LIMIT ?`,
    ),
  };
}

const toWork = ({ id, kind, dueAt, payload }: WorkRow): Work => ({
  id,
  kind,
  dueAt,
  payload: JSON.parse(payload) as object,
});

const toKeptWork = (row: WorkRow): KeptWork => ({
  ...toWork(row),
  state: row.state,
  attempts: row.attempts,
  ...(row.reason !== null && { reason: row.reason }),
});
