import { setTimeout as delay } from 'node:timers/promises';
import { type Clock, newId, SystemClock } from '@pm/eventing';
import { type Agenda, type Job, JobQueue } from '@pm/jobs';
import { BullmqWakeUps } from '@pm/jobs/bullmq';
import { instant } from '@pm/kernel';
import type { Client } from './client.js';

export const ERRANDS_QUEUE = 'errands';
export const ERRANDS_KPI = 'errands';
const KIND = 'errand';
const SCHEDULE = 'every-5-seconds';
const DUE_MS_MAX = 5000;

/** The one effect of an errand: a measurement, recorded under the id of the work, so that it is there once. */
export const errand = (client: Client): Job => ({
  kind: KIND,
  attemptsMax: 1000,
  run: async (_, { workId, attempt }) => {
    const measurement = { period: '2024-01', source: workId, value: '1' };
    const url = client.urls[attempt % client.urls.length]!;
    const said = await client.tell(url, `/kpis/number:${ERRANDS_KPI}/measurements`, measurement, workId);
    if (said?.status !== 201) throw new Error(`the errand was answered ${said?.status ?? 'nothing'}`);
  },
});

/** Puts errands and a look at the log, and knows what was put. */
export class Errands {
  /** Of errands. */
  readonly ids: string[] = [];
  private readonly verifications: string[] = [];
  private readonly done = new Set<string>();
  private readonly wakeUps: BullmqWakeUps;
  private readonly queue: JobQueue;
  private readonly productWakeUps: BullmqWakeUps;
  private readonly productQueue: JobQueue;

  constructor(
    private readonly agenda: Agenda,
    redisUrl: string,
    private readonly chance: () => number,
    private readonly clock: Clock = new SystemClock(),
  ) {
    this.wakeUps = new BullmqWakeUps({ url: redisUrl, clock, queue: ERRANDS_QUEUE });
    this.queue = new JobQueue(agenda, this.wakeUps, clock);
    this.productWakeUps = new BullmqWakeUps({ url: redisUrl, clock });
    this.productQueue = new JobQueue(agenda, this.productWakeUps, clock);
  }

  /** Has an errand run every few seconds from now on. */
  schedule(): Promise<void> {
    return this.queue.schedule({ id: SCHEDULE, kind: KIND, timing: { everyMs: 5000 }, payload: {} });
  }

  /** Resolves when nothing is due by the schedule any more, and nothing is being done. */
  async pause(): Promise<void> {
    await this.agenda.unschedule(SCHEDULE);
    while ((await this.agenda.nextDueAt([KIND])) !== undefined) await delay(100);
  }

  /** Puts some that are due at once or soon; work counts from when the agenda has said that it is kept. */
  async put(count: number): Promise<void> {
    const now = Date.now();
    const work = Array.from({ length: count }, () => ({
      id: `errand-${newId()}`,
      kind: KIND,
      dueAt: instant(now + this.chance() * DUE_MS_MAX),
      payload: {},
    }));
    await this.queue.put(...work);
    this.ids.push(...work.map(({ id }) => id));
  }

  /** Has the workers of the product verify the log. */
  async putVerification(): Promise<void> {
    const id = `verification-${newId()}`;
    await this.productQueue.put({ id, kind: 'verify-log', dueAt: this.clock.now(), payload: {} });
    this.verifications.push(id);
  }

  /** What is not done, and what became of it. */
  async undone(): Promise<string[]> {
    const ids = [...this.ids, ...this.verifications].filter((id) => !this.done.has(id));
    const found = await Promise.all(ids.map(async (id) => ({ id, kept: await this.agenda.find(id) })));
    const undone = found.filter(({ kept }) => kept?.state !== 'done');
    for (const { id, kept } of found) if (kept?.state === 'done') this.done.add(id);
    return undone.map(
      ({ id, kept }) => `${id} is ${kept?.state ?? 'unknown'}: ${kept?.reason ?? 'no reason'}`,
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.wakeUps.close(), this.productWakeUps.close()]);
  }
}
