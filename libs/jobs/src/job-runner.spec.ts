import { setTimeout as delay } from 'node:timers/promises';
import { ManualClock, StoreUnavailable } from '@pm/eventing';
import { type Instant, later } from '@pm/kernel';
import { ClaimLost, type Work } from './agenda.js';
import type { JobTrouble } from './attempt.js';
import { InlineWakeUps } from './inline/index.js';
import type { Job, JobContext } from './job.js';
import { JobQueue } from './job-queue.js';
import { JobRunner, type RunnerOptions } from './job-runner.js';
import { MemoryAgenda } from './memory/index.js';

const NOON = '2026-03-03T12:00:00.000Z' as Instant;
const MINUTE_MS = 60_000;
const LEASE_MS = 6000;

/** An agenda that can be cut off. */
class RemoteAgenda extends MemoryAgenda {
  away = false;
  refused = 0;

  override async due(...args: Parameters<MemoryAgenda['due']>) {
    if (!this.away) return super.due(...args);
    this.refused += 1;
    throw new StoreUnavailable('away');
  }
}

let agenda: RemoteAgenda;
let clock: ManualClock;
let wakeUps: InlineWakeUps;
let queue: JobQueue;
let troubles: JobTrouble[];
let runners: JobRunner[];
/** What was done, by id and attempt. */
let done: string[];
/** Each call lets one job go on, in the order in which they began. */
let waiting: (() => void)[];

beforeEach(() => {
  agenda = new RemoteAgenda();
  clock = new ManualClock(NOON);
  wakeUps = new InlineWakeUps(clock);
  queue = new JobQueue(agenda, wakeUps, clock);
  [troubles, runners, done, waiting] = [[], [], [], []];
});
afterEach(async () => {
  for (const go of waiting) go();
  await Promise.all(runners.map((runner) => runner.stop()));
  await wakeUps.close();
});

const letter = (id: string, dueAt = NOON): Work => ({ id, kind: 'send-letter', dueAt, payload: { to: id } });

const job = (run: (payload: { to: string }, context: JobContext) => Promise<void>): Job =>
  ({ kind: 'send-letter', attemptsMax: 3, run }) as Job;
const sending = job(async ({ to }, { attempt }) => void done.push(`${to} ${attempt}`));
const slowly = job(async ({ to }, { attempt }) => {
  await new Promise<void>((resolve) => waiting.push(resolve));
  done.push(`${to} ${attempt}`);
});

function start(jobs: readonly Job[], options: Partial<RunnerOptions> = {}): JobRunner {
  const backOff = { firstMs: MINUTE_MS, maxMs: 5 * MINUTE_MS };
  const onTrouble = (trouble: JobTrouble) => void troubles.push(trouble);
  const runner = new JobRunner({ agenda, wakeUps, clock }, jobs, {
    leaseMs: LEASE_MS,
    backOff,
    onTrouble,
    ...options,
  });
  runners.push(runner);
  runner.start();
  return runner;
}

async function until(ready: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1000; tries++) {
    if (await ready()) return;
    await delay(2);
  }
  throw new Error('it never happened');
}
const isDone = (id: string) => async () => (await agenda.find(id))?.state === 'done';

/** Lets time pass, and wakes whoever listens. */
function pass(ms: number): void {
  clock.set(later(clock.now(), ms));
  wakeUps.wakeAt(clock.now());
}

describe('A runner', () => {
  it('does what was due before it started, and what is put later', async () => {
    await agenda.put(letter('early'));
    start([sending]);
    await until(isDone('early'));
    await queue.put(letter('late'));
    await until(isDone('late'));
    expect(done).toEqual(['early 1', 'late 1']);
  });

  it('does work at its time', async () => {
    start([sending]);
    await queue.put(letter('a', later(NOON, MINUTE_MS)));
    pass(MINUTE_MS - 1);
    await delay(20);
    expect(done).toEqual([]);
    pass(1);
    await until(isDone('a'));
  });

  it('does work once, though it is put again while it runs and after', async () => {
    start([slowly]);
    await queue.put(letter('a'));
    await until(() => waiting.length === 1);
    await queue.put(letter('a'));
    waiting[0]!();
    await until(isDone('a'));
    await queue.put(letter('a'));
    await delay(20);
    expect(done).toEqual(['a 1']);
  });

  it('does work once beside other runners', async () => {
    for (let turn = 0; turn < 3; turn++) start([sending]);
    const ids = Array.from({ length: 40 }, (_, number) => `letter ${number}`);
    await queue.put(...ids.map((id) => letter(id)));
    for (const id of ids) await until(isDone(id));
    expect(done.toSorted()).toEqual(ids.map((id) => `${id} 1`).toSorted());
  });

  it('looks by itself where nobody wakes it', async () => {
    start([sending], { pollMs: 10 });
    await delay(20);
    await agenda.put(letter('a'));
    await until(isDone('a'));
  });

  it('runs so many at a time and no more', async () => {
    start([slowly], { concurrency: 2 });
    await queue.put(letter('a'), letter('b'), letter('c'));
    await until(() => waiting.length === 2);
    await delay(20);
    expect(waiting).toHaveLength(2);
    waiting[0]!();
    await until(() => waiting.length === 3);
  });

  it('leaves kinds that it does not know', async () => {
    start([sending]);
    await queue.put({ ...letter('x'), kind: 'send-parcel' }, letter('a'));
    await until(isDone('a'));
    expect(await agenda.find('x')).toMatchObject({ state: 'waiting', attempts: 0 });
    start([{ ...sending, kind: 'send-parcel' }]);
    await until(isDone('x'));
  });

  it('refuses two jobs of one kind', () => {
    expect(() => new JobRunner({ agenda, wakeUps, clock }, [sending, slowly])).toThrow('two jobs');
  });

  it('does what a schedule makes due', async () => {
    const nightly = { at: '02:30', timeZone: 'Europe/Stockholm' };
    await queue.schedule({ id: 'nightly', kind: 'send-letter', timing: nightly, payload: { to: 'all' } });
    start([sending]);
    pass(14 * 60 * MINUTE_MS);
    await until(isDone('nightly@2026-03-04T01:30:00.000Z'));
    pass(24 * 60 * MINUTE_MS);
    await until(isDone('nightly@2026-03-05T01:30:00.000Z'));
    expect(done).toEqual(['all 1', 'all 1']);
  });
});

describe('A job that fails', () => {
  const failing = (times: number) =>
    job(async ({ to }, { attempt }) => {
      if (attempt <= times) throw new Error('no stamps');
      done.push(`${to} ${attempt}`);
    });

  it('is tried again later and later', async () => {
    start([failing(2)]);
    await queue.put(letter('a'));
    await until(() => troubles.length === 1);
    const retryMs = async () => {
      await until(async () => (await agenda.find('a'))!.state === 'waiting');
      return Date.parse((await agenda.nextDueAt(['send-letter']))!) - Date.parse(clock.now());
    };
    const first = await retryMs();
    expect(first >= 0.5 * MINUTE_MS && first <= MINUTE_MS).toBe(true);
    pass(first);
    await until(() => troubles.length === 2);
    const second = await retryMs();
    expect(second >= MINUTE_MS && second <= 2 * MINUTE_MS).toBe(true);
    pass(second);
    await until(isDone('a'));
    expect(done).toEqual(['a 3']);
    expect(troubles.map(({ what, workId }) => [what, workId])).toEqual([
      ['failed', 'a'],
      ['failed', 'a'],
    ]);
  });

  it('is parked when it has failed often enough, and others go on', async () => {
    start([failing(Infinity)]);
    await queue.put(letter('a'));
    for (let turn = 1; turn <= 3; turn++) {
      await until(() => troubles.length === turn);
      await until(async () => (await agenda.find('a'))!.state !== 'claimed');
      pass(10 * MINUTE_MS);
    }
    expect(await agenda.find('a')).toMatchObject({ state: 'parked', attempts: 3, reason: 'no stamps' });
    expect(troubles.at(-1)).toMatchObject({ what: 'parked', workId: 'a' });
    await queue.put(letter('b'));
    await until(() => troubles.length === 4);
  });
});

describe('A runner that is killed', () => {
  /** Takes the work and never comes back. */
  const killed = async () => (await agenda.claim('a', clock.now(), later(clock.now(), LEASE_MS)))!;

  it('is replaced when its claim runs out', async () => {
    await agenda.put(letter('a'));
    await killed();
    start([sending]);
    await delay(20);
    expect(done).toEqual([]);
    pass(LEASE_MS);
    await until(isDone('a'));
    expect(done).toEqual(['a 2']);
  });

  it('cannot say how the work ended once it was replaced', async () => {
    await agenda.put(letter('a'));
    const late = await killed();
    clock.set(later(NOON, LEASE_MS));
    start([sending]);
    await until(isDone('a'));
    await expect(agenda.finish(late, { state: 'parked', reason: 'too late' })).rejects.toThrow(ClaimLost);
    expect((await agenda.find('a'))!.state).toBe('done');
  });
});

describe('A runner whose agenda is away', () => {
  it('says so once each time, and goes on when it is back', async () => {
    agenda.away = true;
    await agenda.put(letter('a'));
    start([sending], { pollMs: 10 });
    await until(() => agenda.refused > 2);
    expect(troubles.map(({ what }) => what)).toEqual(['unreachable']);
    agenda.away = false;
    await until(isDone('a'));
    expect(done).toEqual(['a 1']);
    agenda.away = true;
    await until(() => troubles.length > 1);
  });
});

describe('A runner that is stopped', () => {
  it('lets what runs end, and begins nothing new', async () => {
    await queue.put(letter('a'), letter('b'));
    const runner = start([slowly], { concurrency: 1 });
    await until(() => waiting.length === 1);
    const stopped = runner.stop();
    await queue.put(letter('c'));
    await delay(20);
    waiting[0]!();
    await stopped;
    expect(done).toEqual(['a 1']);
    expect(await agenda.find('b')).toMatchObject({ state: 'waiting', attempts: 0 });
  });
});
