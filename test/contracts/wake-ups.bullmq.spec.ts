import { setTimeout as delay } from 'node:timers/promises';
import { newId, SystemClock } from '@pm/eventing';
import { BullmqWakeUps } from '@pm/jobs/bullmq';
import { onEngine } from '../support/engines.js';
import { AT_NOON } from '../support/letters.js';
import { until } from '../support/until.js';
import { wakeUpsContract } from './wake-ups.contract.js';

/** Whoever listens is woken once when Redis is reached. */
const reached = (wakeUps: BullmqWakeUps) =>
  new Promise<void>((resolve) => {
    const stop = wakeUps.onWake(() => {
      stop();
      resolve();
    });
  });

onEngine('redis', 'BullMQ wake-ups on Redis', (url) => {
  wakeUpsContract('BullMQ', async (clock) => {
    const wakeUps = new BullmqWakeUps({ url, clock, queue: `test-${newId()}` });
    await reached(wakeUps);
    return wakeUps;
  });

  describe('BullMQ wake-ups', () => {
    it('wake another process than the one that asks', async () => {
      const options = { url, clock: new SystemClock(), queue: `test-${newId()}` };
      const [asking, listening] = [new BullmqWakeUps(options), new BullmqWakeUps(options)];
      await reached(listening);
      const woken = new Promise<void>((resolve) => listening.onWake(resolve));
      asking.wakeAt(AT_NOON);
      await woken;
      await Promise.all([asking.close(), listening.close()]);
    });
  });
});

describe('BullMQ wake-ups without Redis', () => {
  const nowhere = 'redis://127.0.0.1:1';

  it('say once that it is away, keep nobody waiting, and close', async () => {
    const told: string[] = [];
    const wakeUps = new BullmqWakeUps({
      url: nowhere,
      clock: new SystemClock(),
      onAway: ({ message }) => told.push(message),
    });
    wakeUps.onWake(() => {});
    for (let turn = 0; turn < 100; turn++) wakeUps.wakeAt(AT_NOON);
    await until(() => told.length > 0);
    await delay(500);
    await wakeUps.close();
    expect(told).toEqual([expect.stringContaining('ECONNREFUSED')]);
  });
});
