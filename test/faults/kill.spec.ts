import { setTimeout as delay } from 'node:timers/promises';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { random } from '../support/random.js';
import { ServerProcess } from '../support/server-process.js';
import { until } from '../support/until.js';
import { seed, times } from './form.js';
import { expectWhole } from './found-on-disk.js';
import { type Acknowledged, Load, organise, works } from './load.js';

const ROUNDS = times(10, 200);
const PORT = 34_567;
const ACKNOWLEDGED_BEFORE = 32;

describe(`Killed under load, ${ROUNDS} times (seed ${seed})`, () => {
  const { path, remove } = temporaryDirectory();
  const chance = random(seed);
  afterAll(remove);

  it(
    'keeps all that was acknowledged, once, and views equal to a rebuild',
    async () => {
      const acknowledged: Acknowledged[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const server = await ServerProcess.start(path, PORT);
        if (round === 0) await organise(server);
        // The views follow the log, so that the kill meets them at work.
        expect(await works(server, `first.${round}`)).toBe(true);
        const before = acknowledged.length;
        const load = new Load(server, `${round}`, acknowledged);
        await until(() => acknowledged.length >= before + ACKNOWLEDGED_BEFORE, 20_000);
        await delay(chance() * 60);
        await server.end('SIGKILL');
        await load.stop();
        expect(load.refused).toEqual([]);
        await expectWhole(path, acknowledged);
      }
    },
    ROUNDS * 15_000,
  );
});
