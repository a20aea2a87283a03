import { ProjectionElsewhere } from '@pm/assembly';
import type { Instant } from '@pm/kernel';
import { multipart } from '../support/multipart.js';
import { inMemory } from '../support/places.js';
import { expectProblem } from '../support/expect-problem.js';
import { type Client, NOW, type Server, type ServerOptions, startServer } from '../support/server.js';

let server: Server;
let controller: Client;
let [city, parks, pools]: string[] = [];
let [visits, fees]: string[] = [];

beforeAll(async () => {
  server = await startServer();
  controller = server.as('controller');
  const open = async (name: string, parentId?: string): Promise<string> =>
    (await server.as('people-admin').post('/units', { name, kind: 'agency', parentId })).body.id;
  const define = async (number: string, unitId: string): Promise<string> => {
    const terms = { direction: 'increase', frequency: 'monthly', aggregation: 'sum', labels: [] };
    return (await controller.post('/kpis', { number, name: number, unitId, ...terms })).body.id;
  };
  city = await open('City');
  parks = await open('Parks', city);
  pools = await open('Pools', parks);
  visits = await define('visits', pools);
  fees = await define('fees', city);
});
afterAll(() => server.stop());
beforeEach(() => server.clock.set(NOW));
const at = (moment: string) => server.clock.set(moment as Instant);

const issue = (change: object = {}, by = controller, headers?: Record<string, string>) =>
  by.post('/api-keys', { name: 'Counters', scopes: ['kpi.measure'], ...change }, headers);
const machine = async (change: object = {}) => {
  const { body } = await issue(change);
  return { id: body.id as string, ...server.bearing(body.key) };
};
const january = { period: '2026-01', value: '6' };

describe('A key for a machine', () => {
  it('is shown once, and kept as a hash', async () => {
    const issued = await issue();
    expect(issued).toMatchObject({ status: 201, body: { key: expect.stringMatching(/^tlk_/), recorded: 1 } });
    const [event] = await server.stores.events.readStream(`apikey-${issued.body.id}`);
    const list = await controller.get(`/api-keys?limit=1000&after=${issued.body.position}`);
    const secret = issued.body.key.slice(-43);
    expect(JSON.stringify([event, list.body])).not.toContain(secret);
    expect(list.body.keys.at(-1)).toEqual({
      keyId: issued.body.id,
      name: 'Counters',
      scopes: ['kpi.measure'],
      standing: 'valid',
      issuedBy: 'controller',
      issuedAt: NOW,
      expiresAt: '2026-06-01T09:30:00.000Z',
    });
  });

  it('is issued once for one request, which is answered again without it', async () => {
    const once = { 'idempotency-key': 'counters' };
    const [first, again] = [await issue({}, controller, once), await issue({}, controller, once)];
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id, repeated: true } });
    expect(again.body.key).toBe(undefined);
    expectProblem(await issue({ name: 'Gates' }, controller, once), 422, 'idempotency-key-reused');
  });

  it('acts under its own name, as a machine', async () => {
    const { id, post } = await machine();
    expect((await post(`/kpis/${visits}/measurements`, january)).status).toBe(201);
    const [recorded] = await server.stores.events.readStream(`measurements-${visits}.2026`);
    expect(recorded!.metadata).toMatchObject({ actor: `api-key:${id}` });
    expect(recorded!.data).toMatchObject({ source: `api-key:${id}` });
  });

  it('may do what its scopes name and nothing else, whatever a machine may otherwise', async () => {
    const reader = await machine({ scopes: ['kpi.read'] });
    expect((await reader.get(`/kpis/${visits}`)).status).toBe(200);
    expectProblem(await reader.post(`/kpis/${visits}/measurements`, january), 403, 'forbidden');
    expectProblem(await reader.get('/people'), 403, 'forbidden');
    expectProblem(await issue({}, reader), 403, 'forbidden');
  });

  it('may do no more than whoever issues it, and issues no others', async () => {
    const withheld = await issue({ scopes: ['operations.view', 'kpi.measure'] });
    expectProblem(withheld, 403, 'scope-withheld');
    expect(withheld.body.withheld).toEqual(['operations.view']);
    expect((await issue({ scopes: ['operations.view'] }, server.as('system-admin'))).status).toBe(201);
    expectProblem(await issue({ scopes: ['api-key.manage'] }), 400, 'invalid-input');
    expectProblem(await issue({}, server.as('manager')), 403, 'forbidden');
  });

  it('expires', async () => {
    const { get } = await machine({ scopes: ['kpi.read'], validDays: 1 });
    at('2026-03-04T09:29:59.999Z');
    expect((await get('/kpis')).status).toBe(200);
    at('2026-03-04T09:30:00.000Z');
    expectProblem(await get('/kpis'), 401, 'unauthenticated');
  });

  it('is revoked with a reason, within five seconds in every process', async () => {
    const other = await beside(server);
    const { id, get } = await machine({ scopes: ['kpi.read'] });
    const { body } = await issue({ scopes: ['kpi.read'] });
    const elsewhere = other.bearing(body.key);
    expect([(await get('/kpis')).status, (await elsewhere.get('/kpis')).status]).toEqual([200, 200]);
    expectProblem(await controller.post(`/api-keys/${id}/revocation`, {}), 400, 'invalid-input');
    for (const keyId of [id, body.id])
      await controller.post(`/api-keys/${keyId}/revocation`, { reason: 'It was found in a repository.' });
    at('2026-03-03T09:30:05.000Z');
    expectProblem(await get('/kpis'), 401, 'unauthenticated');
    expectProblem(await elsewhere.get('/kpis'), 401, 'unauthenticated');
    await other.stop();
    const again = await controller.post(`/api-keys/${id}/revocation`, { reason: 'Again.' });
    expect(again.body).toMatchObject({ recorded: 0 });
    const list = await controller.get(`/api-keys?limit=1000&after=${again.body.position}`);
    expect(list.body.keys.find(({ keyId }: { keyId: string }) => keyId === id)).toMatchObject({
      standing: 'revoked',
      revokedBy: 'controller',
    });
  });

  it('is not believed where it is unknown, or its secret another one’s', async () => {
    const [one, other] = [(await issue()).body.key as string, (await issue()).body.key as string];
    const unknown = one.replace(/_[0-9a-f]{8}/, '_00000000');
    for (const key of [unknown, one.slice(0, -43) + other.slice(-43), one.slice(0, -1), 'tlk_'])
      expectProblem(await server.bearing(key).get('/kpis'), 401, 'unauthenticated');
    expectProblem(
      await controller.post('/api-keys/number:none/revocation', { reason: 'x' }),
      404,
      'api-key-unknown',
    );
  });

  it('has a share of requests of its own', async () => {
    const small = await beside(server, { http: { rateLimit: 2, corsOrigins: [] } });
    const keys = [
      (await issue({ scopes: ['kpi.read'] })).body.key,
      (await issue({ scopes: ['kpi.read'] })).body.key,
    ];
    const [first, second] = keys.map((key) => small.bearing(key).get);
    const asked = [
      await first!('/kpis'),
      await first!('/kpis'),
      await first!('/kpis'),
      await second!('/kpis'),
    ];
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 429, 200]);
    await small.stop();
  });
});

describe('A key that is limited to units and KPIs', () => {
  const values = (kpi: string) => ({ kpi, ...january });

  it('measures the KPIs of its units and of the units below, and those that are named', async () => {
    const ofParks = await machine({ unitIds: [parks] });
    expect((await ofParks.post(`/kpis/${visits}/measurements`, january)).status).toBe(201);
    expectProblem(await ofParks.post(`/kpis/${fees}/measurements`, january), 403, 'kpi-out-of-limits');
    const ofFees = await machine({ kpiIds: [fees] });
    expect((await ofFees.post(`/kpis/${fees}/measurements`, january)).status).toBe(201);
    expectProblem(await ofFees.post(`/kpis/${visits}/measurements`, january), 403, 'kpi-out-of-limits');
  });

  it('corrects, takes back and explains no others', async () => {
    const { post } = await machine({ unitIds: [parks] });
    const why = { reason: 'A gate was broken.' };
    const asked = [
      await post(`/kpis/${fees}/measurements/2026-01/correction`, { value: '7', ...why }),
      await post(`/kpis/${fees}/measurements/2026-01/retraction`, why),
      await post(`/kpis/${fees}/annotations`, { at: '2026-01-05', text: 'Closed' }),
      await post(`/kpis/${fees}/annotations/${visits}/retraction`, why),
    ];
    for (const refused of asked) expectProblem(refused, 403, 'kpi-out-of-limits');
  });

  it('is told row by row of a batch which values are not its to say', async () => {
    const { post } = await machine({ unitIds: [parks] });
    const rows = [values(fees!), values(visits!)].map((row) => JSON.stringify(row)).join('\n');
    const { body } = await post('/measurements/batch', rows, { 'content-type': 'application/x-ndjson' });
    expect(body).toMatchObject({
      recorded: 1,
      rejected: 1,
      problems: [{ line: 1, field: 'kpi', code: 'kpi-out-of-limits' }],
    });
  });

  it('imports no others either, though the log names the import', async () => {
    const { post } = await machine({ scopes: ['kpi.measure', 'import.run'], unitIds: [parks] });
    const mapping = {
      source: 'Gates',
      measurements: [{ kpi: '{kpi}', period: '{month}', value: '{value}' }],
    };
    const form = multipart({
      mapping: JSON.stringify(mapping),
      file: 'kpi,month,value\nvisits,2026-02,8\nfees,2026-02,8\n',
    });
    const { status, body } = await post('/imports', form.body, form.headers);
    expect(status).toBe(200);
    expect(body).toContain('kpi-out-of-limits');
    const stored = async (kpi: string) =>
      (await server.stores.events.readStream(`measurements-${kpi}.2026`)).filter(
        ({ metadata: { actor } }) => actor === 'import',
      ).length;
    expect([await stored(visits!), await stored(fees!)]).toEqual([1, 0]);
  });

  it('has scopes that limits hold for, and no others', async () => {
    const refused = await issue({ scopes: ['kpi.measure', 'kpi.target'], unitIds: [parks] });
    expectProblem(refused, 422, 'scope-not-limitable');
    expect(refused.body.unlimited).toEqual(['kpi.target']);
  });
});

/** Another process on the same stores. */
const beside = ({ stores, clock }: Server, options: ServerOptions = {}) =>
  startServer({
    place: { ...inMemory(), stores },
    clock,
    projection: () => new ProjectionElsewhere(),
    ...options,
  });
