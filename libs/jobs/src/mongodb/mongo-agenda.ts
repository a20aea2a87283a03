import { madeOnce, type MongoConnection, once, READ_MS_MAX, writeUnlessThere } from '@pm/eventing/mongodb';
import type { Instant } from '@pm/kernel';
import type { Collection } from 'mongodb';
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

/** Instants are text whose order is time order; payloads are JSON as text, so that no key of theirs means anything. */
interface WorkRow {
  readonly _id: string;
  readonly kind: string;
  readonly dueAt: Instant;
  readonly payload: string;
  readonly state: WorkState;
  /** When it may be claimed; absent once it is done or parked. */
  readonly readyAt?: Instant;
  readonly attempts: number;
  readonly token: number;
  readonly reason?: string;
}

interface ScheduleRow {
  readonly _id: string;
  readonly kind: string;
  readonly timing: string;
  readonly payload: string;
  readonly since: Instant;
}

const READ = { maxTimeMS: READ_MS_MAX } as const;

/**
 * The agenda in MongoDB, for any number of processes. Every change is one write of one document under a filter on what
 * it must still be, so it needs no transaction.
 */
export class MongoAgenda extends Agenda {
  private readonly indexed: () => Promise<void>;

  constructor(private readonly connection: MongoConnection) {
    super();
    this.indexed = madeOnce(() =>
      this.rows.createIndexes([
        { key: { kind: 1, readyAt: 1 }, partialFilterExpression: { readyAt: { $exists: true } } },
        { key: { state: 1 }, partialFilterExpression: { state: 'parked' } },
      ]),
    );
  }

  async put(...work: readonly Work[]): Promise<void> {
    const rows = work.map((each): WorkRow => ({
      _id: each.id,
      kind: each.kind,
      dueAt: each.dueAt,
      payload: payloadOf(each),
      state: 'waiting',
      readyAt: each.dueAt,
      attempts: 0,
      token: 0,
    }));
    if (rows.length === 0) return;
    await this.run(async () => {
      await this.indexed();
      await writeUnlessThere(() => this.rows.insertMany(rows, { ordered: false }));
    });
  }

  async schedule(schedule: Schedule, now: Instant): Promise<void> {
    const { id: _id, kind } = schedule;
    const { timing, payload } = textsOfSchedule(schedule);
    await this.run(async () => {
      const kept = await this.scheduled.updateOne({ _id, timing }, { $set: { kind, payload } });
      if (kept.matchedCount > 0) return;
      const row = { kind, timing, payload, since: now };
      await once(() => this.scheduled.replaceOne({ _id }, row, { upsert: true }));
    });
  }

  async unschedule(id: string): Promise<void> {
    await this.run(() => this.scheduled.deleteOne({ _id: id }));
  }

  async schedules(): Promise<readonly Scheduled[]> {
    const rows = await this.run(() => this.scheduled.find({}, READ).sort({ _id: 1 }).toArray());
    return rows.map(({ _id: id, kind, timing, payload, since }) => ({
      id,
      kind,
      timing: JSON.parse(timing) as Timing,
      payload: JSON.parse(payload) as object,
      since,
    }));
  }

  async due(kinds: readonly string[], now: Instant, limit: number): Promise<readonly Work[]> {
    checkPage(limit);
    const ready = { kind: { $in: [...kinds] }, readyAt: { $lte: now } };
    const rows = await this.run(() =>
      this.rows.find(ready, READ).sort({ readyAt: 1, _id: 1 }).limit(limit).toArray(),
    );
    return rows.map(toWork);
  }

  async nextDueAt(kinds: readonly string[]): Promise<Instant | undefined> {
    const ready = { kind: { $in: [...kinds] }, readyAt: { $exists: true } };
    const next = await this.run(() => this.rows.findOne(ready, { ...READ, sort: { readyAt: 1 } }));
    return next?.readyAt;
  }

  async claim(id: string, now: Instant, until: Instant): Promise<Claim | undefined> {
    const row = await this.run(() =>
      this.rows.findOneAndUpdate(
        { _id: id, readyAt: { $lte: now } },
        { $set: { state: 'claimed', readyAt: until }, $inc: { token: 1, attempts: 1 } },
        { returnDocument: 'after' },
      ),
    );
    return row ? { work: toWork(row), token: row.token, attempt: row.attempts } : undefined;
  }

  async renew(claim: Claim, until: Instant): Promise<void> {
    await this.update(claim, { $set: { readyAt: until } });
  }

  async finish(claim: Claim, ending: Ending): Promise<void> {
    const [readyAt, reason] = [readyAfter(ending), reasonOf(ending)];
    const set = {
      state: ending.state,
      ...(ending.state === 'done' && { payload: '{}' }),
      ...(readyAt !== null && { readyAt }),
      ...(reason !== null && { reason }),
    };
    const unset = { ...(readyAt === null && { readyAt: '' }), ...(reason === null && { reason: '' }) };
    await this.update(claim, { $set: set, ...(Object.keys(unset).length > 0 && { $unset: unset }) });
  }

  async release(id: string, dueAt: Instant): Promise<boolean> {
    const { matchedCount } = await this.run(() =>
      this.rows.updateOne(
        { _id: id, state: 'parked' },
        { $set: { state: 'waiting', readyAt: dueAt, attempts: 0 } },
      ),
    );
    return matchedCount > 0;
  }

  async find(id: string): Promise<KeptWork | undefined> {
    const row = await this.run(() => this.rows.findOne({ _id: id }, READ));
    return row ? toKeptWork(row) : undefined;
  }

  async parked(limit: number): Promise<readonly KeptWork[]> {
    checkPage(limit);
    const parked = () => this.rows.find({ state: 'parked' }, READ).sort({ _id: 1 }).limit(limit).toArray();
    return (await this.run(parked)).map(toKeptWork);
  }

  private get rows(): Collection<WorkRow> {
    return this.connection.db.collection('work');
  }

  private get scheduled(): Collection<ScheduleRow> {
    return this.connection.db.collection('schedules');
  }

  private async update({ work, token }: Claim, change: object): Promise<void> {
    const held = { _id: work.id, token, state: 'claimed' as const };
    const { matchedCount } = await this.run(() => this.rows.updateOne(held, change));
    if (matchedCount === 0) throw new ClaimLost(work.id, token);
  }

  private run<T>(work: () => Promise<T>): Promise<T> {
    return this.connection.run(work);
  }
}

const toWork = ({ _id: id, kind, dueAt, payload }: WorkRow): Work => ({
  id,
  kind,
  dueAt,
  payload: JSON.parse(payload) as object,
});

const toKeptWork = (row: WorkRow): KeptWork => ({
  ...toWork(row),
  state: row.state,
  attempts: row.attempts,
  ...(row.reason !== undefined && { reason: row.reason }),
});
