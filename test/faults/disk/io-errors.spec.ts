import { setTimeout as delay } from 'node:timers/promises';
import { temporaryDirectory } from '../../contracts/temporary-directory.js';
import { random } from '../../support/random.js';
import { ServerProcess } from '../../support/server-process.js';
import { until } from '../../support/until.js';
import { seed, times } from '../form.js';
import { expectWhole } from '../found-on-disk.js';
import { type Acknowledged, Load, organise, works } from '../load.js';
import { type Failing, FaultyDisk, hasCompiler } from './faulty-disk.js';

const PORT = 34_569;
const FAILING_MS = times(300, 1500);
const RECOVERED_MS_MAX = 30_000;
const EVERY = [1, ...Array.from({ length: times(1, 12) }, (_, nth) => 2 + 3 * nth)];

const KINDS: Omit<Failing, 'every'>[] = [
  { calls: ['sync'], error: 'EIO' },
  { calls: ['write'], error: 'EIO' },
  { calls: ['write'], error: 'ENOSPC' },
  { calls: ['read'], error: 'EIO' },
  { calls: ['read', 'write', 'sync'], error: 'EIO' },
];
const FAULTS: Failing[] = KINDS.flatMap((kind) => EVERY.map((every) => ({ ...kind, every })));

/** Reads until told to stop what is not changed. @returns every answer other than the one expected */
async function reading(server: ServerProcess, goesOn: () => boolean): Promise<number[]> {
  const statuses: number[] = [];
  while (goesOn()) {
    for (const path of ['/kpis/number:0', '/units', '/outcomes?period=FY2024', '/kpis/number:1/trend']) {
      const { status, headers } = await server.send('GET', path);
      if (status !== 200) statuses.push(status === 503 && headers.has('retry-after') ? 503 : status);
      await delay(1);
    }
  }
  return statuses;
}

function faults(): void {
  let directory: ReturnType<typeof temporaryDirectory>;
  let disk: FaultyDisk;
  let server: ServerProcess;
  const acknowledged: Acknowledged[] = [];
  const chance = random(seed);

  beforeAll(async () => {
    [directory, disk] = [temporaryDirectory(), new FaultyDisk()];
    server = await ServerProcess.start(directory.path, PORT, disk.environment);
    await organise(server);
  }, 90_000);

  afterAll(async () => {
    await server?.end('SIGKILL');
    disk.remove();
    directory.remove();
  });

  it.each(FAULTS)(
    '$error at call $every, $calls, again and again makes commands wait, is nobody’s bug, and passes',
    async (failing) => {
      const name = `${failing.calls.join('-')}.${failing.error}.${failing.every}`;
      const load = new Load(server, name, acknowledged, 8);
      let isFailing = true;
      const reads = reading(server, () => isFailing);
      await delay(chance() * 50);
      disk.fail(failing);
      await delay(FAILING_MS);
      disk.recover();
      isFailing = false;
      await until(() => works(server, `after.${name}`), RECOVERED_MS_MAX);
      await load.stop();
      expect(load.refused.filter(({ status, retryAfter }) => status !== 503 || !retryAfter)).toEqual([]);
      const certain = failing.every === 1 && !failing.calls.includes('read');
      expect(load.refused.length).toBeGreaterThanOrEqual(certain ? 1 : 0);
      const mayFail = failing.calls.includes('read') ? [503] : [];
      expect((await reads).filter((status) => !mayFail.includes(status))).toEqual([]);
      await until(async () => (await fetch(`${server.url}/ready`)).ok, RECOVERED_MS_MAX);
    },
    2 * RECOVERED_MS_MAX,
  );

  it('keeps all that was acknowledged through all of it', async () => {
    await server.end('SIGKILL');
    await expectWhole(directory.path, acknowledged);
  }, 60_000);
}

describe(`A disk that fails under load (seed ${seed})`, () => {
  if (hasCompiler) faults();
  else it('was not tried: there is no C compiler here', () => {});
});
