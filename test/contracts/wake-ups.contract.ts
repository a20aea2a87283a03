import { setTimeout as delay } from 'node:timers/promises';
import { ManualClock } from '@pm/eventing';
import type { WakeUps } from '@pm/jobs';
import { later } from '@pm/kernel';
import { AT_NOON } from '../support/letters.js';
import { until } from '../support/until.js';

/** Opens wake-ups that nobody else shares, ready to wake, by a clock that shows noon. */
export type OpenWakeUps = (clock: ManualClock) => Promise<WakeUps>;

/** Long enough for what must not happen to happen. */
const QUIET_MS = 150;

/** What all wake-ups promise, which is little; each adapter runs it. */
export function wakeUpsContract(name: string, open: OpenWakeUps): void {
  describe(`${name} wake-ups`, () => {
    let wakeUps: WakeUps;
    let heard: number;
    beforeEach(async () => {
      wakeUps = await open(new ManualClock(AT_NOON));
      heard = 0;
    });
    afterEach(() => wakeUps.close());

    const listen = () => wakeUps.onWake(() => (heard += 1));
    const hearing = async (times: number) => {
      await until(() => heard >= times);
    };
    /** Nothing more comes. */
    const staysAt = async (times: number) => {
      await delay(QUIET_MS);
      expect(heard).toBe(times);
    };

    it('wake at the moment asked for', async () => {
      listen();
      wakeUps.wakeAt(later(AT_NOON, 40));
      await hearing(1);
    });

    it('wake at once for a moment that has passed', async () => {
      listen();
      wakeUps.wakeAt(later(AT_NOON, -86_400_000));
      await hearing(1);
    });

    it('wake again for the same moment when they are asked again', async () => {
      listen();
      wakeUps.wakeAt(AT_NOON);
      await hearing(1);
      await delay(QUIET_MS);
      wakeUps.wakeAt(AT_NOON);
      await hearing(2);
    });

    it('wake once for one moment, however often it is asked for', async () => {
      listen();
      for (let turn = 0; turn < 10; turn++) wakeUps.wakeAt(later(AT_NOON, 100));
      await hearing(1);
      await staysAt(1);
    });

    it('wake for the earliest of several moments', async () => {
      listen();
      wakeUps.wakeAt(later(AT_NOON, 3_600_000));
      wakeUps.wakeAt(later(AT_NOON, 20));
      wakeUps.wakeAt(later(AT_NOON, 7_200_000));
      await hearing(1);
    });

    it('do not wake before the moment', async () => {
      listen();
      wakeUps.wakeAt(later(AT_NOON, 3_600_000));
      await staysAt(0);
    });

    it('take a moment that is far away', async () => {
      listen();
      wakeUps.wakeAt(later(AT_NOON, 400 * 86_400_000));
      await staysAt(0);
    });

    it('wake all who listen in this process, and none who stopped', async () => {
      const stop = listen();
      listen();
      wakeUps.wakeAt(AT_NOON);
      await hearing(2);
      stop();
      wakeUps.wakeAt(later(AT_NOON, -1));
      await hearing(3);
      await staysAt(3);
    });

    it('wake nobody once they are closed', async () => {
      listen();
      wakeUps.wakeAt(later(AT_NOON, 50));
      await wakeUps.close();
      wakeUps.wakeAt(AT_NOON);
      await staysAt(0);
    });
  });
}
