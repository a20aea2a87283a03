import { gunzipSync } from 'node:zlib';
import { type Server, startServer } from '../support/server.js';

let server: Server;
let cityId: string;
beforeAll(async () => {
  server = await startServer({ http: { rateLimit: 1000, corsOrigins: ['https://goals.example.org'] } });
  cityId = (await server.as('people-admin').post('/units', { name: 'City', kind: 'city' })).body.id;
  await server.as('people-admin').post('/units', { name: 'Parks', kind: 'agency', parentId: cityId });
});
afterAll(() => server.stop());

const reader = () => server.as('employee');

describe('A read', () => {
  it.each(['/units', '/calendar', '/goals', '/openapi.json'])(
    'of %s is not sent again to whoever has it, until it changes',
    async (path) => {
      const { headers } = await reader().get(path);
      const etag = String(headers['etag']);
      expect(etag).toMatch(/^"[\w-]{22}"$/);
      const again = await reader().get(path, { 'if-none-match': etag });
      expect([again.status, again.body, again.headers['etag']]).toEqual([304, '', etag]);
      expect((await reader().get(path, { 'if-none-match': '"other"' })).status).toBe(200);
    },
  );

  it('is sent again once what it shows has changed', async () => {
    const { headers } = await reader().get('/units');
    const renamed = await server.as('people-admin').put(`/units/${cityId}/name`, { name: 'The City' });
    const changed = await reader().get(`/units?after=${renamed.body.position}`, {
      'if-none-match': String(headers['etag']),
    });
    expect([changed.status, changed.body.units[0].name]).toEqual([200, 'The City']);
  });

  it('of a goal has an ETag that a change of it can build on', async () => {
    const goal = { title: 'Clean parks', kind: 'objective', unitId: cityId };
    const { body } = await server.as('people-admin').post('/goals', goal);
    const read = await reader().get(`/goals/${body.id}?after=${body.position}`);
    const etag = String(read.headers['etag']);
    expect(etag).toMatch(/^"0\.[\w-]{22}"$/);
    const terms = { title: 'Cleaner parks' };
    const redrafted = await server
      .as('people-admin')
      .put(`/goals/${body.id}/draft`, terms, { 'if-match': etag });
    expect([redrafted.status, redrafted.headers['etag']]).toEqual([200, '"1"']);
    const stale = await server.as('people-admin').put(`/goals/${body.id}/draft`, terms, { 'if-match': etag });
    expect([stale.status, stale.headers['etag']]).toEqual([412, '"1"']);
  });
});

describe('An answer', () => {
  const raw = (url: string, headers: Record<string, string> = {}) =>
    server.app.inject({ method: 'GET', url, headers });

  it('is compressed where it is large and the reader takes it', async () => {
    const large = await raw('/api/v1/openapi.json', { 'accept-encoding': 'gzip' });
    expect(large.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(large.rawPayload).toString())).toHaveProperty('paths');
    expect((await raw('/health', { 'accept-encoding': 'br' })).headers).not.toHaveProperty(
      'content-encoding',
    );
    expect((await raw('/api/v1/openapi.json')).headers).not.toHaveProperty('content-encoding');
  });

  it('of data is never shown as a page, nor what is refused', async () => {
    for (const url of ['/health', '/api/v1/goals', '/nowhere'])
      expect((await raw(url)).headers).toMatchObject({
        'content-security-policy': "default-src 'none';frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
  });

  it('tells a browser what pages of this server may do, and which other sites may ask', async () => {
    const page = await raw('/api/docs', { origin: 'https://goals.example.org' });
    expect(page.headers['content-security-policy']).toMatch(/default-src 'self'.*script-src 'self'/);
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(page.headers['access-control-allow-origin']).toBe('https://goals.example.org');
    const other = await raw('/health', { origin: 'https://elsewhere.example.org' });
    expect(other.headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('Somebody who asks too often', () => {
  it('is told when to go on, while others, and whoever watches the server, go on asking', async () => {
    const small = await startServer({ http: { rateLimit: 3, corsOrigins: [] }, patience: 0 });
    try {
      const ask = () => small.as('employee').get('/units');
      for (let asked = 0; asked < 3; asked += 1) expect((await ask()).status).toBe(200);
      const refused = await ask();
      expect([refused.status, refused.body.title, refused.body.limit]).toEqual([429, 'rate-exceeded', 3]);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect((await small.as('manager').get('/units')).status).toBe(200);
      for (let asked = 0; asked < 5; asked += 1)
        expect((await small.send('GET', '/health')).status).toBe(200);
    } finally {
      await small.stop();
    }
  });
});
