import { LeasedProjection, views as allViews } from '@pm/assembly';
import type { LeaseRow } from '@pm/jobs';
import { MemoryLeases } from '@pm/jobs/memory';
import { FaultyLeases } from '../support/faulty-leases.js';
import { inMemory } from '../support/places.js';
import { viewsThatDiffer } from '../support/rebuilt-views.js';
import { type Server, startServer } from '../support/server.js';
import { until } from '../support/until.js';

const TTL_MS = 300;
const VIEWS = allViews.map(({ name }) => name).toSorted();

/** A process that shares the views with others. */
interface Worker {
  readonly projection: LeasedProjection;
  readonly leases: FaultyLeases;
}

describe('Views shared by workers', () => {
  const place = inMemory();
  const rows = new Map<string, LeaseRow>();
  const workers: Worker[] = [];
  let server: Server;
  let unitId: string;

  const join = (): Worker => {
    const leases = new FaultyLeases(new MemoryLeases(rows));
    const worker = { leases, projection: new LeasedProjection(place.stores, leases, { ttlMs: TTL_MS }) };
    workers.push(worker);
    return worker;
  };
  const held = (...some: Worker[]) => some.flatMap(({ projection }) => projection.holding()).toSorted();
  /** All are held, and nobody holds more than one more than another. */
  const sharedFairly = (...some: Worker[]) =>
    until(() => {
      const counts = some.map((each) => held(each).length);
      return held(...some).join() === VIEWS.join() && Math.max(...counts) - Math.min(...counts) <= 1;
    });
  const shared = (...some: Worker[]) => until(() => held(...some).join() === VIEWS.join());

  beforeAll(async () => {
    const first = join();
    server = await startServer({ place, projection: () => first.projection });
    const unit = await server
      .as('people-admin')
      .post('/units', { number: '1', name: 'Works', kind: 'company' });
    unitId = unit.body.id;
  });
  afterAll(async () => {
    await Promise.all(workers.slice(1).map(({ projection }) => projection.stop()));
    await server.stop();
  });

  let kpi = 0;
  /** Writes to every view that a KPI is shown in, and waits until they have come so far. */
  const write = async () => {
    kpi += 1;
    const body = { name: 'Answered calls', number: `${kpi}`, unitId, ...CALLS };
    expect((await server.as('controller').post('/kpis', body)).status).toBe(201);
    const value = { period: '2026-01', value: `${kpi}`, source: 'desk' };
    await server.as('controller').post(`/kpis/number:${kpi}/measurements`, value);
    const head = await place.stores.events.head();
    for (const { name } of allViews) {
      await until(async () => {
        const active = await place.stores.views.active(name);
        return active !== undefined && (await place.stores.views.checkpoint(active)) === head;
      });
    }
  };
  it('are all followed by the only one there is', async () => {
    await shared(workers[0]!);
    await write();
    expect(await viewsThatDiffer(place.stores)).toEqual([]);
  });

  it('are shared fairly when others join', async () => {
    const [first] = workers as [Worker];
    const [second, third] = [join(), join()];
    second.projection.start();
    await sharedFairly(first, second);
    third.projection.start();
    await until(() => held(third).length >= 2 && held(first, second, third).length === VIEWS.length);
    expect(held(first, second, third)).toEqual(VIEWS);
    await write();
    expect(await viewsThatDiffer(place.stores)).toEqual([]);
  });

  it('of one who leaves are taken by the others', async () => {
    const [first, second, third] = workers as [Worker, Worker, Worker];
    await third.projection.stop();
    expect(held(third)).toEqual([]);
    await shared(first, second);
    await write();
    expect(await viewsThatDiffer(place.stores)).toEqual([]);
  });

  it('of one who is cut off are let go, taken by the others, and shared again when it is back', async () => {
    const [first, second] = workers as [Worker, Worker];
    second.leases.cutOff = true;
    await until(() => held(second).length === 0);
    expect(second.projection.failing()).toEqual([{ view: 'all views', reason: 'the leases are away' }]);
    await shared(first);
    await write();
    expect(await viewsThatDiffer(place.stores)).toEqual([]);
    second.leases.cutOff = false;
    await sharedFairly(first, second);
    expect(second.projection.failing()).toEqual([]);
    await write();
    expect(await viewsThatDiffer(place.stores)).toEqual([]);
  });
});

const CALLS = { direction: 'increase', frequency: 'monthly', aggregation: 'last', labels: [] };
