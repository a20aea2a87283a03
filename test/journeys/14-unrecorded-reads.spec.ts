import { openMemory } from '@pm/assembly';
import { expectProblem } from '../support/expect-problem.js';
import { FaultyReadLog } from '../support/faulty-read-log.js';
import { made } from '../support/made.js';
import { type Server, startServer } from '../support/server.js';

describe('A read that cannot be recorded', () => {
  const stores = openMemory();
  const reads = new FaultyReadLog(stores.reads);
  let server: Server;
  let ada: string;
  beforeAll(async () => {
    const place = { stores: { ...stores, reads }, remove: async () => {} };
    server = await startServer({ place, patience: 0 });
    const admin = server.as('people-admin');
    const unitId = await made(admin.post('/units', { name: 'City', kind: 'city' }));
    ada = await made(
      admin.post('/people', { number: 'ada', name: 'Ada Example', unitId, from: '2026-01-01' }),
    );
    reads.isFull = true;
  });
  afterAll(() => server.stop());

  it.each(['', '/data', '/reads'])('is refused, and shows nothing: /people/{personId}%s', async (path) => {
    const refused = await server.as('people-admin').get(`/people/${ada}${path}`);
    expectProblem(refused, 503, 'store-unavailable');
    expect(refused.headers['retry-after']).toBe('1');
    expect(refused.bytes.toString()).not.toContain('Example');
  });

  it.each(['/people', '/exports/goals', '/read-log'])('is refused, and shows nothing: %s', async (path) => {
    expectProblem(await server.as('auditor').get(path), 503, 'store-unavailable');
  });

  it('is no matter where nobody else is shown, and is answered once it can be', async () => {
    expect((await server.person(ada).get(`/people/${ada}`)).status).toBe(200);
    reads.isFull = false;
    expect((await server.as('auditor').get(`/people/${ada}`)).status).toBe(200);
    expect((await stores.reads.list({ limit: 10 })).reads).toMatchObject([{ what: 'person', recordId: ada }]);
  });
});
