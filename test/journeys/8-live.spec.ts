import { LeasedProjection, ProjectionElsewhere } from '@pm/assembly';
import { ChangeStream } from '../support/change-stream.js';
import { inMemory, PLACES } from '../support/places.js';
import { type Server, startServer } from '../support/server.js';
import { until } from '../support/until.js';

const listening = async (server: Server): Promise<Server> => {
  await server.app.listen(0, '127.0.0.1');
  return server;
};

/** Opens units, and says where in the log each is. */
const opener = (server: () => Server) => {
  let opened = 0;
  return async (count: number) => {
    const units: { id: string; position: string }[] = [];
    for (const _ of Array(count).keys()) {
      const number = `${(opened += 1)}`;
      const unit = {
        number,
        name: 'Parks',
        kind: 'agency',
        ...(opened > 1 && { parentId: rootOf.get(server()) }),
      };
      const { body } = await server().as('people-admin').post('/units', unit);
      if (opened === 1) rootOf.set(server(), body.id);
      units.push(body);
    }
    return units;
  };
};
const rootOf = new WeakMap<Server, string>();

/** What a client that follows the units must be told of these. */
const told = (units: readonly { id: string; position: string }[]) =>
  units.map(({ id, position }) => ({ position, view: 'unit-tree', key: id }));

describe.each(PLACES)('Follow what changes, %s', (_, place) => {
  let server: Server;
  const openUnits = opener(() => server);
  const streams: ChangeStream[] = [];
  const follow = async (
    ...args: Parameters<typeof ChangeStream.open> extends [Server, ...infer R] ? R : never
  ) => {
    const stream = await ChangeStream.open(server, ...args);
    streams.push(stream);
    return stream;
  };
  beforeAll(async () => {
    server = await listening(await startServer({ place: await place() }));
    await openUnits(1);
  });
  afterEach(() => streams.splice(0).forEach((stream) => stream.leave()));
  afterAll(() => server.stop());

  it('a change is told once a reader sees it, and nothing of what it says', async () => {
    const [before] = await openUnits(1);
    const stream = await follow(`?views=unit-tree&after=${before!.position}`);
    expect(stream.response.headers.get('content-type')).toMatch('text/event-stream');
    const units = await openUnits(3);
    expect(await stream.first(3)).toEqual(told(units));
    const generation = await server.stores.views.active('unit-tree');
    expect((await server.stores.views.checkpoint(generation!))! >= units[2]!.position).toBe(true);
    expect(Object.keys(stream.changes[0]!).sort()).toEqual(['key', 'position', 'view']);
  });

  it('who comes back with the last id misses nothing, and hears all in the order of the log', async () => {
    const [before] = await openUnits(1);
    const first = await follow(`?views=unit-tree&after=${before!.position}`);
    const heard = await openUnits(2);
    await first.first(2);
    first.leave();
    const missed = await openUnits(20);
    const second = await follow('?views=unit-tree', { lastId: first.lastId! });
    const live = await openUnits(2);
    expect(await second.first(22)).toEqual(told([...missed, ...live]));
    expect(first.changes).toEqual(told(heard));
  });

  it('an event that several views show is told of each, and counts as heard with the last of them', async () => {
    const [before] = await openUnits(1);
    const stream = await follow(`?views=unit-tree,kpi-scorecard&after=${before!.position}`);
    const [unit] = await openUnits(1);
    expect((await stream.first(2)).map(({ view, key }) => [view, key])).toEqual([
      ['unit-tree', unit!.id],
      ['kpi-scorecard', unit!.id],
    ]);
    expect(stream.lastId).toBe(unit!.position);
  });

  it('of one document nothing else is told', async () => {
    const [before, wanted] = await openUnits(2);
    const stream = await follow(`?views=unit-tree&key=${wanted!.id}&after=${before!.position}`);
    await openUnits(2);
    await server.as('people-admin').put(`/units/${wanted!.id}/name`, { name: 'Pools' });
    expect((await stream.first(2)).map(({ key }) => key)).toEqual([wanted!.id, wanted!.id]);
  });

  it('who names no position hears what the views show from then on', async () => {
    const [before] = await openUnits(1);
    await server.as('employee').get(`/units?after=${before!.position}`);
    const stream = await follow('?views=unit-tree');
    const units = await openUnits(1);
    expect(await stream.first(1)).toEqual(told(units));
  });

  it.each([
    ['of another log', '?after=other.0000000000000001', 'position-unknown'],
    ['that is none', '?after=nonsense', 'position-unknown'],
    ['of a view that there is not', '?views=secrets', 'invalid-input'],
    ['of no view', '?views=', 'invalid-input'],
  ])('a position or name %s is refused', async (__, query, code) => {
    const { response } = await follow(query);
    expect([response.status, await response.json()]).toMatchObject([400, { type: `/problems/${code}` }]);
  });

  it('a position that the log has not come to is refused, as an id to go on from, too', async () => {
    const beyond = `${server.stores.events.logId}.0000999999999999`;
    for (const stream of [await follow(`?after=${beyond}`), await follow('', { lastId: beyond })])
      expect(stream.response.status).toBe(400);
  });

  it('of a view that somebody may not read nothing is told', async () => {
    const refused = await follow('?views=unit-tree,api-keys');
    expect([refused.response.status, await refused.response.json()]).toMatchObject([
      403,
      { title: 'forbidden' },
    ]);
    const [stream, all] = [await follow(), await follow('', { role: 'controller' })];
    const key = { name: 'Counters', scopes: ['kpi.measure'] };
    const { body } = await server.as('controller').post('/api-keys', key);
    await openUnits(1);
    expect((await all.first(1)).map(({ view, key: id }) => [view, id])).toEqual([['api-keys', body.id]]);
    expect((await stream.first(1)).map(({ view }) => view)).toEqual(['unit-tree']);
  });

  it('a stream ends when the token that it was opened with has expired', async () => {
    const stream = await follow('', { ttlSeconds: 1 });
    expect(stream.response.status).toBe(200);
    await until(() => stream.isEnded);
  });
});

describe('Changes of views that other processes keep', () => {
  it('are told by the server once they are shown, and not before', async () => {
    const place = inMemory();
    const server = await listening(await startServer({ place, projection: () => new ProjectionElsewhere() }));
    const openUnits = opener(() => server);
    const first = await openUnits(3);
    const stream = await ChangeStream.open(server, '?views=unit-tree');
    expect(stream.changes).toEqual([]);

    const worker = new LeasedProjection(place.stores, place.stores.leases, { ttlMs: 300 });
    worker.start();
    expect(await stream.first(3)).toEqual(told(first));
    const second = await openUnits(1);
    expect((await stream.first(4)).slice(3)).toEqual(told(second));

    await worker.stop();
    const [unseen] = await openUnits(1);
    await until(async () => (await server.stores.events.head()) === unseen!.position);
    expect(stream.changes).toHaveLength(4);
    stream.leave();
    await server.stop();
  });
});

describe('A server that is told to stop while clients follow it', () => {
  it('ends their streams, and they know where to go on', async () => {
    const server = await listening(await startServer());
    const stream = await ChangeStream.open(server);
    const [unit] = await opener(() => server)(1);
    await stream.first(2);
    await server.stop();
    await until(() => stream.isEnded);
    expect(stream.lastId).toBe(unit!.position);
  });
});
