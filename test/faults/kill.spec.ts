import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inDirectory, openStores } from '@pm/assembly';
import { LIMITS, type LoggedEvent, namedId, verify } from '@pm/eventing';
import { openDatabase } from '@pm/eventing/sqlite';
import { random } from '../support/random.js';
import { viewsThatDiffer } from '../support/rebuilt-views.js';
import { ServerProcess } from '../support/server-process.js';

/** `--globals '{"ROUNDS":200,"SEED":1}'` runs more rounds, or the same ones again. */
const { ROUNDS = 10, SEED = Date.now() % 1_000_000 } = globalThis as { ROUNDS?: number; SEED?: number };
const CALLERS = 32;
const KPIS = 8;
const PORT = 34_567;

interface Acknowledged {
  readonly key: string;
  readonly position: string;
}

/** Sends measurements from many callers until the server is gone; keeps what it acknowledged. */
async function load(server: ServerProcess, round: number, acknowledged: Acknowledged[]): Promise<void> {
  const caller = async (number: number): Promise<void> => {
    for (let turn = 0; ; turn++) {
      const key = `${round}-${number}-${turn}`;
      const measurement = { value: `${turn}.5`, measuredAt: '2024-05-01', source: key };
      const path = `/kpis/number:${number % KPIS}/measurements`;
      const answer = await server.send('POST', path, measurement, key).catch(() => undefined);
      if (!answer?.ok) return;
      const { position } = (await answer.json().catch(() => ({}))) as { position?: string };
      if (position) acknowledged.push({ key, position });
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, (_, number) => caller(number)));
}

async function organise(server: ServerProcess): Promise<void> {
  const unit = { number: '1', name: 'Works', kind: 'company' };
  expect((await server.send('POST', '/units', unit)).status).toBe(201);
  for (let number = 0; number < KPIS; number++) {
    const kpi = {
      number: String(number),
      name: `KPI ${number}`,
      unitId: namedId('unit', 'number', '1'),
      direction: 'increase',
      frequency: 'daily',
      aggregation: 'last',
      labels: [],
    };
    expect((await server.send('POST', '/kpis', kpi)).status).toBe(201);
  }
}

/** Waits until the views follow the log, so that the kill meets them at work. */
async function shown(server: ServerProcess, round: number): Promise<void> {
  const measurement = { value: '1', measuredAt: '2024-05-01', source: `first of ${round}` };
  const answer = await server.send('POST', '/kpis/number:0/measurements', measurement);
  const { position } = (await answer.json()) as { position: string };
  expect((await server.send('GET', `/kpis/number:0?after=${position}`)).status).toBe(200);
}

/** What lies on disk after a kill, before anything runs again. */
async function inspect(directory: string, acknowledged: readonly Acknowledged[]): Promise<void> {
  const stores = openStores(inDirectory(directory));
  try {
    const { fault } = await verify(stores.events);
    expect(fault).toBeUndefined();
    const events: LoggedEvent[] = [];
    for (let after: string | undefined, atHead = false; !atHead;) {
      const page = await stores.events.readAll({ after, limit: LIMITS.pageEvents });
      events.push(...page.events);
      after = page.upTo;
      atHead = page.atHead;
    }
    const stored = Map.groupBy(events, ({ metadata }) => metadata.commandId);
    for (const { key, position } of acknowledged) {
      expect(stored.get(`tester ${key}`)?.map((event) => event.position)).toEqual([position]);
    }
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(await viewsThatDiffer(stores)).toEqual([]);
  } finally {
    await stores.close();
  }
  for (const name of ['events', 'views', 'keys']) expect(integrity(join(directory, `${name}.db`))).toBe('ok');
}

function integrity(file: string): unknown {
  const options = {
    file,
    readonly: true,
    synchronous: 'FULL',
    pageSize: 4096,
    schema: '',
    schemaVersion: 1,
  } as const;
  const db = openDatabase(options);
  try {
    return db.pragma('integrity_check', { simple: true });
  } finally {
    db.close();
  }
}

describe(`Killed under load, ${ROUNDS} times (seed ${SEED})`, () => {
  const directory = mkdtempSync(join(tmpdir(), 'throughline-kill-'));
  const chance = random(SEED);
  afterAll(() => rmSync(directory, { recursive: true }));

  it(
    'keeps all that was acknowledged, once, and views equal to a rebuild',
    async () => {
      const acknowledged: Acknowledged[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const server = await ServerProcess.start(directory, PORT);
        if (round === 0) await organise(server);
        await shown(server, round);
        const loading = load(server, round, acknowledged);
        const before = acknowledged.length;
        while (acknowledged.length < before + CALLERS) await delay(1);
        await delay(chance() * 60);
        await server.end('SIGKILL');
        await loading;
        await inspect(directory, acknowledged);
      }
    },
    ROUNDS * 15_000,
  );
});
