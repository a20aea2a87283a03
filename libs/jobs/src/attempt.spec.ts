import { setTimeout as delay } from 'node:timers/promises';
import { ManualClock, StoreUnavailable } from '@pm/eventing';
import { type Instant, later } from '@pm/kernel';
import { type Claim, ClaimLost, type Ending } from './agenda.js';
import { Attempt, type JobTrouble } from './attempt.js';
import type { Job, JobContext } from './job.js';
import { MemoryAgenda } from './memory/index.js';

const NOON = '2026-03-03T12:00:00.000Z' as Instant;
const LEASE_MS = 30;

/** An agenda that cannot be reached when work ends, so many times. */
class RemoteAgenda extends MemoryAgenda {
  failures = 0;

  override async finish(claim: Claim, ending: Ending): Promise<void> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new StoreUnavailable('away');
    }
    return super.finish(claim, ending);
  }
}

let agenda: RemoteAgenda;
let clock: ManualClock;
let troubles: JobTrouble[];
let runs: number;
beforeEach(async () => {
  agenda = new RemoteAgenda();
  clock = new ManualClock(NOON);
  [troubles, runs] = [[], 0];
  await agenda.put({ id: 'a', kind: 'send-letter', dueAt: NOON, payload: { to: 'ada' } });
});

const claim = async () => (await agenda.claim('a', clock.now(), later(clock.now(), LEASE_MS)))!;
const state = async () => (await agenda.find('a'))!.state;

async function attempt(held: Claim, run: (context: JobContext) => Promise<void>): Promise<void> {
  const onTrouble = (trouble: JobTrouble) => void troubles.push(trouble);
  const options = { leaseMs: LEASE_MS, backOff: { firstMs: 1000, maxMs: 60_000 }, onTrouble };
  const job: Job = {
    kind: 'send-letter',
    attemptsMax: 2,
    run: async (_, context) => {
      runs += 1;
      await run(context);
    },
  };
  await new Attempt(agenda, clock, held, options).run(job);
}

const failing = async () => {
  throw new Error('no stamps');
};

describe('An attempt', () => {
  it('tells the job what it is about', async () => {
    const told: JobContext[] = [];
    await attempt(await claim(), async (context) => void told.push(context));
    expect(told).toMatchObject([{ workId: 'a', dueAt: NOON, attempt: 1 }]);
    expect(await state()).toBe('done');
  });

  it('that fails leaves the work for later, and the last one leaves it parked', async () => {
    await attempt(await claim(), failing);
    expect(await agenda.find('a')).toMatchObject({ state: 'waiting', reason: 'no stamps' });
    clock.set(later(NOON, 60_000));
    await attempt(await claim(), failing);
    expect(await agenda.find('a')).toMatchObject({ state: 'parked', reason: 'no stamps' });
    expect(troubles.map(({ what }) => what)).toEqual(['failed', 'parked']);
  });

  it('is not made where so many before it were cut off: the work may be what kills its runners', async () => {
    for (let turn = 0; turn < 2; turn++) {
      await claim();
      clock.set(later(clock.now(), LEASE_MS));
    }
    await attempt(await claim(), async () => {});
    expect([runs, await state()]).toEqual([0, 'parked']);
  });

  it('keeps its claim while it lasts, however long that is', async () => {
    await attempt(await claim(), async () => {
      clock.set(later(NOON, 20));
      while ((await agenda.nextDueAt(['send-letter']))! < later(NOON, 50)) await delay(2);
    });
    expect(await state()).toBe('done');
  });

  it('learns that it was replaced, and does not count', async () => {
    const reasons: unknown[] = [];
    await attempt(await claim(), async ({ signal }) => {
      clock.set(later(NOON, LEASE_MS));
      await claim();
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      reasons.push(signal.reason);
    });
    expect(reasons).toEqual([expect.any(ClaimLost)]);
    expect(troubles).toMatchObject([{ what: 'lost', workId: 'a' }]);
    expect(await state()).toBe('claimed');
  });

  it('is recorded when the agenda is back, and not made again', async () => {
    agenda.failures = 2;
    await attempt(await claim(), async () => {});
    expect([runs, await state(), troubles]).toEqual([1, 'done', []]);
  });
});
