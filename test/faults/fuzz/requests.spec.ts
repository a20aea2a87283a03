import { namedId } from '@pm/eventing';
import { made } from '../../support/made.js';
import { random } from '../../support/random.js';
import { type Client, type Server, startServer } from '../../support/server.js';
import { seed, times } from '../form.js';
import { type BadRequest, Requests } from './requests.js';

const REQUESTS = times(1000, 10_000);
const ROLES_OF_CALLER = [
  'people-admin',
  'controller',
  'executive',
  'manager',
  'auditor',
  'system-admin',
] as const;
const MANY_CHARS = 100_000;
/** Far above what any of them takes, far below what backtracking takes over so long a text. */
const CPU_MS_MAX = 2000;

/** The number of a unit that no request names: one that is named may be renamed by a request that is good by chance. */
const UNTOUCHED = 'untouched';

let server: Server;
let caller: Client;
beforeAll(async () => {
  server = await startServer({ http: { rateLimit: 100_000_000, corsOrigins: [] }, patience: 0 });
  caller = server.as(...ROLES_OF_CALLER);
  const number = '1';
  const unitId = await made(caller.post('/units', { number, name: 'Company', kind: 'company' }));
  const untouched = { number: UNTOUCHED, name: 'Works', kind: 'works', parentId: unitId };
  await made(caller.post('/units', untouched));
  const personId = await made(caller.post('/people', { number, name: 'Ada', unitId, from: '2025-01-01' }));
  const kpi = { number, name: 'Visits', direction: 'increase', frequency: 'monthly', aggregation: 'sum' };
  await made(caller.post('/kpis', { ...kpi, unitId }));
  await made(caller.post('/goals', { number, kind: 'objective', title: 'Swim', personId }));
});
afterAll(() => server.stop());

const send = async ({ method, url, body, headers }: BadRequest) =>
  server.send(method, url, body, {
    authorization: `Bearer ${await server.tokenOf('fuzz', ROLES_OF_CALLER)}`,
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...headers,
  });

it(
  `Of ${REQUESTS} bad requests (seed ${seed}) none is a bug, and a refused one stores nothing`,
  async () => {
    const requests = new Requests(random(seed));
    let accepted = 0;
    for (let number = 0; number < REQUESTS; number++) {
      const request = requests.next();
      const before = await server.stores.events.head();
      const { status, headers } = await send(request);
      const known = status < 500 || (status === 503 && headers['retry-after'] !== undefined);
      expect({ number, request, status, known }).toMatchObject({ known: true });
      const isRefused = status >= 400;
      if (!isRefused) accepted += 1;
      const stored = (await server.stores.events.head()) !== before;
      expect({ number, request, stored: isRefused && stored }).toMatchObject({ stored: false });
    }
    // Some are near enough to what is described to pass the first checks.
    expect(accepted).toBeGreaterThan(0);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect((await caller.get(`/units/${namedId('unit', 'number', UNTOUCHED)}`)).body.name).toBe('Works');
  },
  REQUESTS * 100,
);

describe('A text of 100,000 letters', () => {
  const texts = [
    'a'.repeat(MANY_CHARS),
    '0'.repeat(MANY_CHARS),
    '1.'.repeat(MANY_CHARS / 2),
    ' '.repeat(MANY_CHARS),
  ];
  const ends = ['', '!', '\u0000'];
  const hostile = texts.flatMap((text) => ends.map((end) => text + end));
  const number = '1';

  it.each([
    ['/units', 'name', { kind: 'team', number: '2' }],
    ['/units', 'kind', { name: 'Team', number: '2' }],
    ['/units', 'number', { name: 'Team', kind: 'team' }],
    ['/units', 'parentId', { name: 'Team', kind: 'team', number: '2' }],
    ['/kpis', 'frequency', { number, name: 'KPI', direction: 'increase' }],
    [`/kpis/number:${number}/measurements`, 'value', { measuredAt: '2024-05-01', source: 'x' }],
    [`/kpis/number:${number}/measurements`, 'measuredAt', { value: '1', source: 'x' }],
    ['/people', 'name', { number }],
    ['/goals', 'title', {}],
    ['/roles/grant', 'subject', { role: 'auditor', reason: 'x' }],
    ['/roles/grant', 'reason', { role: 'auditor', subject: 'ada' }],
    ['/api-keys', 'name', { scopes: ['kpi.measure'] }],
  ])('is refused soon by %s as %s', async (path, field, others) => {
    for (const text of hostile) {
      const before = process.cpuUsage();
      const { status } = await caller.post(path, { ...others, [field]: text });
      const { user, system } = process.cpuUsage(before);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect((user + system) / 1000).toBeLessThan(CPU_MS_MAX);
    }
  });
});
