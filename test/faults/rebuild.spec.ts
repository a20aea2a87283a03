import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { random } from '../support/random.js';
import { ServerProcess } from '../support/server-process.js';
import { until } from '../support/until.js';
import { seed, times } from './form.js';
import { expectWhole } from './found-on-disk.js';
import { type Acknowledged, KPIS, Load, organise } from './load.js';
import { areBuiltAgain, makeOlder } from './older-views.js';
import { TrendReader } from './trend-reader.js';

const ROUNDS = times(4, 100);
const PORT = 34_571;
/** So many that views take longer to build than a kill takes to come. */
const MONTHS = 200;
const ACKNOWLEDGED_BEFORE = 4;

describe(`Killed while views are built again under load, ${ROUNDS} times (seed ${seed})`, () => {
  const { path, remove } = temporaryDirectory();
  const file = join(path, 'views.db');
  const chance = random(seed);
  const acknowledged: Acknowledged[] = [];
  let server: ServerProcess | undefined;
  afterAll(async () => {
    await server?.end('SIGKILL');
    remove();
  });

  beforeAll(async () => {
    server = await ServerProcess.start(path, PORT);
    await organise(server);
    await measureEveryMonth(server);
    await server.end('SIGTERM');
    await expectWhole(path, [], { drained: true });
    makeOlder(file);
  }, 120_000);

  async function killedOnce(name: string): Promise<void> {
    server = await ServerProcess.start(path, PORT);
    const before = acknowledged.length;
    const load = new Load(server, name, acknowledged, 8);
    const reader = new TrendReader(server, monthsAgo(MONTHS - 1));
    await until(() => reader.pages > 0 && acknowledged.length >= before + ACKNOWLEDGED_BEFORE, 20_000);
    await delay(chance() * 60);
    await server.end('SIGKILL');
    await load.stop();
    await reader.stop();
    expect(load.refused).toEqual([]);
    expect(reader.torn).toEqual([]);
  }

  it(
    'shows each older view whole until the newer one is complete, and goes on with those that are missing',
    async () => {
      let met = 0;
      for (let round = 0; round < ROUNDS; round++) {
        if (areBuiltAgain(file)) makeOlder(file);
        await killedOnce(`${round}`);
        if (!areBuiltAgain(file)) met += 1;
        await expectWhole(path, acknowledged);
      }
      // Otherwise every kill came too late to show anything.
      expect(met).toBeGreaterThan(0);
      await expectWhole(path, acknowledged, { drained: true });
      expect(areBuiltAgain(file)).toBe(true);
    },
    120_000 + ROUNDS * 15_000,
  );
});

/** The first day of a month. */
const monthsAgo = (months: number): string => new Date(Date.UTC(2024, -months)).toISOString().slice(0, 10);

/** A measurement of each KPI in each month, the latest first: what is read first is built last. */
async function measureEveryMonth(server: ServerProcess): Promise<void> {
  const rows = ['kpi,measuredAt,value,source'];
  for (let month = 0; month < MONTHS; month++) {
    for (let kpi = 0; kpi < KPIS; kpi++) rows.push(`number:${kpi},${monthsAgo(month)},1.5,meter`);
  }
  const answer = await server.sendCsv('/measurements/batch', rows.join('\n'));
  expect(await answer.json()).toMatchObject({ recorded: MONTHS * KPIS, problems: [] });
}
