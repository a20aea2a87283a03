import { canonicalJson } from '@pm/eventing';
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
import { checkPage, payloadOf, readyAfter, reasonOf, textsOfSchedule } from '../writing.js';

interface Kept {
  readonly work: Omit<Work, 'payload'>;
  payload: string;
  state: WorkState;
  readyAt: Instant | null;
  attempts: number;
  token: number;
  reason: string | null;
}

/** An agenda in memory, gone with the process: for tests and dry runs. */
export class MemoryAgenda extends Agenda {
  private readonly kept = new Map<string, Kept>();
  private readonly scheduled = new Map<string, Scheduled>();

  async put(...work: readonly Work[]): Promise<void> {
    const texts = work.map(payloadOf);
    for (const [index, { id, kind, dueAt }] of work.entries()) {
      if (this.kept.has(id)) continue;
      this.kept.set(id, {
        work: { id, kind, dueAt },
        payload: texts[index]!,
        state: 'waiting',
        readyAt: dueAt,
        attempts: 0,
        token: 0,
        reason: null,
      });
    }
  }

  async schedule(schedule: Schedule, now: Instant): Promise<void> {
    const { timing } = textsOfSchedule(schedule);
    const before = this.scheduled.get(schedule.id);
    const since = before && canonicalJson(before.timing) === timing ? before.since : now;
    const { id, kind, payload } = schedule;
    this.scheduled.set(id, structuredClone({ id, kind, timing: schedule.timing, payload, since }));
  }

  async unschedule(id: string): Promise<void> {
    this.scheduled.delete(id);
  }

  async schedules(): Promise<readonly Scheduled[]> {
    return structuredClone([...this.scheduled.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
  }

  async due(kinds: readonly string[], now: Instant, limit: number): Promise<readonly Work[]> {
    checkPage(limit);
    return this.ready(kinds)
      .filter(({ readyAt }) => readyAt! <= now)
      .slice(0, limit)
      .map(toWork);
  }

  async nextDueAt(kinds: readonly string[]): Promise<Instant | undefined> {
    return this.ready(kinds)[0]?.readyAt ?? undefined;
  }

  async claim(id: string, now: Instant, until: Instant): Promise<Claim | undefined> {
    const kept = this.kept.get(id);
    if (!kept || kept.readyAt === null || kept.readyAt > now) return undefined;
    kept.state = 'claimed';
    kept.readyAt = until;
    kept.token += 1;
    kept.attempts += 1;
    return { work: toWork(kept), token: kept.token, attempt: kept.attempts };
  }

  async renew(claim: Claim, until: Instant): Promise<void> {
    this.held(claim).readyAt = until;
  }

  async finish(claim: Claim, ending: Ending): Promise<void> {
    const kept = this.held(claim);
    kept.state = ending.state;
    kept.readyAt = readyAfter(ending);
    kept.reason = reasonOf(ending);
    if (ending.state === 'done') kept.payload = '{}';
  }

  async release(id: string, dueAt: Instant): Promise<boolean> {
    const kept = this.kept.get(id);
    if (kept?.state !== 'parked') return false;
    kept.state = 'waiting';
    kept.readyAt = dueAt;
    kept.attempts = 0;
    return true;
  }

  async find(id: string): Promise<KeptWork | undefined> {
    const kept = this.kept.get(id);
    return kept && toKeptWork(kept);
  }

  async parked(limit: number): Promise<readonly KeptWork[]> {
    checkPage(limit);
    return [...this.kept.values()]
      .filter(({ state }) => state === 'parked')
      .sort((a, b) => (a.work.id < b.work.id ? -1 : 1))
      .slice(0, limit)
      .map(toKeptWork);
  }

  private ready(kinds: readonly string[]): Kept[] {
    const order = ({ readyAt, work }: Kept) => `${readyAt} ${work.id}`;
    return [...this.kept.values()]
      .filter(({ readyAt, work }) => readyAt !== null && kinds.includes(work.kind))
      .sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }

  private held({ work, token }: Claim): Kept {
    const kept = this.kept.get(work.id);
    if (kept?.state !== 'claimed' || kept.token !== token) throw new ClaimLost(work.id, token);
    return kept;
  }
}

const toWork = ({ work, payload }: Kept): Work => ({ ...work, payload: JSON.parse(payload) as object });

const toKeptWork = (kept: Kept): KeptWork => ({
  ...toWork(kept),
  state: kept.state,
  attempts: kept.attempts,
  ...(kept.reason !== null && { reason: kept.reason }),
});
