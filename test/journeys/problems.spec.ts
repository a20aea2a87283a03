import { openMemory, Projection, Readiness } from '@pm/assembly';
import { StoreUnavailable } from '@pm/eventing';
import { MemoryEventStore } from '@pm/eventing/memory';
import { expectProblem } from '../support/expect-problem.js';
import type { Place } from '../support/places.js';
import { type Answer, type Server, startServer } from '../support/server.js';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());
const admin = () => server.as('people-admin');

describe('A request that cannot be read', () => {
  it.each([
    ['is no JSON', '{'],
    ['is empty', ''],
    ['names a prototype', '{"__proto__": {}}'],
    ['names the prototype of a constructor', '{"name": "x", "constructor": {"prototype": {}}}'],
    ['nests 10,000 levels deep', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['nests 10,000 levels deep in a field', `{"name":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`],
  ])('is refused where its body %s', async (_, body) =>
    expectProblem(await admin().post('/units', body), 400, 'invalid-input'),
  );

  it('is refused where its body is larger than 1 MiB', async () =>
    expectProblem(
      await admin().post('/units', JSON.stringify({ name: 'x'.repeat(1024 * 1024) })),
      413,
      'limit-exceeded',
    ));

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense'])(
    'is refused where its body is of type %s',
    async (type) =>
      expectProblem(await admin().post('/units', 'a=b', { 'content-type': type }), 415, 'media-type'),
  );

  it('is refused where its address is malformed or too long, which is not repeated', async () => {
    expectProblem(await admin().get('/units/%zz'), 400, 'invalid-input');
    const long = await admin().get(`/units/${'secret'.repeat(50)}`);
    expectProblem(long, 414, 'limit-exceeded');
    expect(JSON.stringify(long.body)).not.toContain('secret');
  });
});

describe('A request of the wrong shape', () => {
  const pointers = ({ body }: Answer): string[] =>
    body.errors.map(({ pointer }: { pointer: string }) => pointer);

  it.each(['{}', 'null', '5', '"text"', 'true', '[]'])(
    'is refused with pointers to what is missing: %s',
    async (body) => {
      const refused = await admin().post('/units', body);
      expectProblem(refused, 400, 'invalid-input');
      expect(pointers(refused)).toEqual(['/name', '/kind']);
    },
  );

  it('is refused with everything that is wrong at once, and none of what was typed', async () => {
    const refused = await admin().post('/units', { name: '', kind: 'S3CRET', parentId: 'secret', 'a/b~': 1 });
    expectProblem(refused, 400, 'invalid-input');
    expect(pointers(refused).sort()).toEqual(['/a~1b~0', '/kind', '/name', '/parentId']);
    expect(JSON.stringify(refused.body)).not.toMatch(/s3?cret/i);
  });

  it.each(['role', 'unitId'])('is refused where it has the unknown field %s', async (field) => {
    const refused = await admin().post('/units', { name: 'City', kind: 'city', [field]: 'x' });
    expectProblem(refused, 400, 'invalid-input');
    expect(refused.body.errors).toEqual([
      {
        pointer: `/${field}`,
        code: 'whitelist-validation',
        detail: 'there is no such field; there are: kind, name, number, parentId',
      },
    ]);
  });

  it.each([
    'limit=0',
    'limit=1001',
    'limit=ten',
    'limit=1.5',
    'limit=1&limit=2',
    'sort=closed',
    'fields=secret',
    'colour=red',
    'after=x',
    'cursor=',
  ])('is refused with the query %s', async (query) => {
    const refused = await admin().get(`/units?${query}`);
    expectProblem(refused, 400, 'invalid-input');
    expect(new Set(pointers(refused))).toEqual(new Set([`/${query.split('=')[0]}`]));
  });

  it.each([
    ['If-Match', ['*', '0', 'W/"0"', '"-1"', '"0", "1"', '']],
    ['Idempotency-Key', ['two words', 'ü', 'x'.repeat(101), '']],
    ['X-Correlation-Id', ['two words', 'x'.repeat(101), '']],
  ])('is refused with a header %s that is none', async (header, values) => {
    for (const value of values) {
      const refused = await admin().post(
        '/units',
        { name: 'City', kind: 'city' },
        { [header.toLowerCase()]: value },
      );
      expectProblem(refused, 400, 'invalid-input');
      expect(pointers(refused)).toEqual([header]);
    }
  });

  it.each(['nobody', 'number:', `number:${'1'.repeat(65)}`, '0A39DC74-794B-5DE2-A2D1-D09A4398341B'])(
    'is refused with the path %s, which is no id',
    async (id) => {
      const refused = await admin().get(`/units/${id}`);
      expectProblem(refused, 400, 'invalid-input');
      expect(pointers(refused)).toEqual(['unitId']);
    },
  );

  it.each([
    'x',
    Buffer.from('[]').toString('base64url'),
    Buffer.from('["name","a","b"]').toString('base64url'),
  ])('is refused with the cursor %s, which no page gave', async (cursor) =>
    expectProblem(await admin().get(`/units?cursor=${cursor}`), 400, 'cursor-unknown'),
  );

  it.each(['0000.0000000000000001', 'nonsense', '0000000000000001'])(
    'is refused with the position %s, which is another log’s or none',
    async (position) => expectProblem(await admin().get(`/units?after=${position}`), 400, 'position-unknown'),
  );

  it.each([
    '/goals',
    '/goals/changes',
    '/goals/number:1/changes',
    '/goals/number:1',
    '/goals/number:1/figure',
    '/kpis',
  ])('looks at the position that %s is to show', async (path) =>
    expectProblem(await admin().get(`${path}?after=other.0000000000000001`), 400, 'position-unknown'),
  );
});

describe('A request for something that is not there', () => {
  const unknownId = '01a204d8-b54f-76ed-bd97-cbf59e584bae';

  it.each(['/nothing', '/units/number:1/nothing', '/kpis/number:1/targets', ''])(
    'finds nothing at %s',
    async (path) => expectProblem(await admin().get(path), 404, 'route-unknown'),
  );

  it('finds nothing where an address does not take its method', async () =>
    expectProblem(await admin().put('/units', {}), 404, 'route-unknown'));

  it('finds no such unit, no such KPI', async () => {
    expectProblem(await admin().get('/units/number:1'), 404, 'unit-unknown');
    expectProblem(await admin().get(`/units/${unknownId}`), 404, 'unit-unknown');
    expectProblem(await admin().get('/kpis/number:1'), 404, 'kpi-unknown');
    expectProblem(await admin().get(`/outcomes?period=FY2026&unit=${unknownId}`), 404, 'unit-unknown');
    const value = { value: '1', period: 'FY2026' };
    expectProblem(await server.as('machine').post('/kpis/number:1/measurements', value), 404, 'kpi-unknown');
  });
});

describe('A server that cannot serve', () => {
  /** A projection that never gets anywhere, and says so where a reason is given. */
  class Stalled extends Projection {
    constructor(private readonly reason?: string) {
      super();
    }
    start(): void {}
    async stop(): Promise<void> {}
    failing() {
      return this.reason === undefined ? [] : [{ view: 'unit-tree', reason: this.reason }];
    }
  }

  const serving = async (
    parts: Parameters<typeof startServer>[0],
    task: (server: Server) => Promise<void>,
  ) => {
    const ailing = await startServer(parts);
    try {
      await task(ailing);
    } finally {
      await ailing.stop();
    }
  };
  const on = (events: MemoryEventStore): Place => ({
    stores: { ...openMemory(), events },
    remove: async () => {},
  });

  it('says how far a view has come that lags behind, and when to ask again', () =>
    serving({ projection: () => new Stalled(), patience: 0 }, async (lagging) => {
      const { body } = await lagging.as('people-admin').post('/units', { name: 'City', kind: 'city' });
      const behind = await lagging.as('employee').get(`/units?after=${body.position}`);
      expectProblem(behind, 503, 'view-behind');
      expect(behind.headers['retry-after']).toBe('1');
    }));

  it('is up but not ready while a view cannot go on, and tells nobody why', () =>
    serving({ projection: () => new Stalled('a secret of the event') }, async (failing) => {
      expect(await failing.send('GET', '/health')).toMatchObject({ status: 200, body: { status: 'up' } });
      const notReady = await failing.send('GET', '/ready');
      expectProblem(notReady, 503, 'not-ready');
      expect(JSON.stringify(notReady.body)).not.toContain('secret');
    }));

  it('asks to try again where the store is down', () => {
    class Down extends MemoryEventStore {
      override async append(): Promise<never> {
        throw new StoreUnavailable('disk /secret is full');
      }
    }
    return serving({ place: on(new Down()) }, async (down) => {
      const refused = await down.as('people-admin').post('/units', { name: 'City', kind: 'city' });
      expectProblem(refused, 503, 'store-unavailable');
      expect(refused.headers['retry-after']).toBe('1');
      expect(JSON.stringify(refused.body)).not.toContain('secret');
    });
  });

  it('gives the id of a bug, and not what went wrong inside', () => {
    class Broken extends MemoryEventStore {
      override async append(): Promise<never> {
        throw new TypeError('secret is not a function');
      }
    }
    return serving({ place: on(new Broken()) }, async (broken) => {
      const failed = await broken.as('people-admin').post('/units', { name: 'City', kind: 'city' });
      expectProblem(failed, 500, 'internal');
      expect(failed.body.id).toMatch(/^[0-9a-f-]{36}$/);
      expect(JSON.stringify(failed.body)).not.toContain('secret');
    });
  });
});

describe('A server that serves', () => {
  it('says so to anyone, without a token', async () => {
    expect(await server.send('GET', '/health')).toMatchObject({ status: 200, body: { status: 'up' } });
    expect(await server.send('GET', '/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
  });

  it('has every view following the log', async () => {
    expect(await server.app.get(Readiness).hindrances()).toEqual([]);
  });
});
