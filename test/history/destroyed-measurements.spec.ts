import { verify } from '@pm/eventing';
import { openApi } from '../../apps/api/src/http/openapi.js';
import { type Answer, type Server, startServer } from '../support/server.js';

/** What products of this field were found to lose of measurements, each shown to be kept here. */
describe('Destroyed history of measurements', () => {
  let server: Server;
  let unitId: string;
  beforeAll(async () => {
    server = await startServer();
    const city = await server.as('people-admin').post('/units', { name: 'City', kind: 'city' });
    unitId = city.body.id;
  });
  afterAll(() => server.stop());

  /** Of this test's own KPI. */
  let number = 0;
  let last: Answer;
  beforeEach(async () => {
    number += 1;
    last = await server.as('controller').post('/kpis', { ...visits, number: `${number}`, unitId });
  });

  const path = (rest = '') => `/kpis/number:${number}${rest}`;
  type Who = 'manager' | 'controller' | 'machine';
  const record = async (who: Who, period: string, value: string, source = 'gates') => {
    last = await server.as(who).post(path('/measurements'), { period, value, source });
  };
  const correct = async (who: Who, period: string, value: string, reason: string) => {
    const body = { value, reason, source: 'gates' };
    last = await server.as(who).post(path(`/measurements/${period}/correction`), body);
  };
  const read = async (from: string) =>
    (await server.as('auditor').get(`${path(from)}?after=${last.body.position}`)).body;
  const logged = async () => (await server.stores.events.readAll({ limit: 5000 })).events;

  it('okr-tracker deletes the day’s earlier values: here both stay', async () => {
    await record('machine', '2026-03-01', '5');
    await record('machine', '2026-03-01', '7');
    await record('manager', '2026-03-01', '6', 'survey');
    expect((await read('/trend')).points).toMatchObject([
      { source: 'gates', value: '7', history: [{ value: '5' }, { value: '7' }] },
      { source: 'survey', value: '6', history: [{ value: '6' }] },
    ]);
  });

  it('okr-tracker credits a change to the wrong author: here each is told by who made it', async () => {
    await record('machine', '2026-03-01', '5');
    await correct('controller', '2026-03-01', '7', 'One gate was left out');
    await record('controller', '2026-03-01', '8');
    expect((await read('/trend')).points[0].history).toMatchObject([
      { value: '5', actor: 'machine' },
      { value: '7', actor: 'controller', reason: 'One gate was left out' },
      { value: '8', actor: 'controller' },
    ]);
  });

  it('puzzle/okr re-attributes a check-in to its editor: here the first author stays', async () => {
    await record('manager', '2026-03-01', '5');
    const [first] = (await logged()).slice(-1);
    await correct('controller', '2026-03-01', '7', 'Counted twice');
    expect((await read('/trend')).points[0].history[0]).toMatchObject({ value: '5', actor: 'manager' });
    expect((await logged()).find(({ id }) => id === first!.id)).toEqual(first);
  });

  it('puzzle/okr: editing an old check-in changes today’s result: here latest is by effective time', async () => {
    await record('manager', '2026-02-01', '5');
    await record('manager', '2026-03-01', '9');
    await correct('manager', '2026-02-01', '6', 'Counted twice');
    expect((await read('')).latest).toMatchObject({ period: '2026-03-01', value: '9' });
  });

  it('BurningOKR overwrites the day’s row: here what it said before is told, and can be said again', async () => {
    for (const value of ['5', '7', '5']) await record('manager', '2026-03-01', value);
    expect((await read('/trend')).points).toMatchObject([
      { value: '5', corrections: 2, history: [{ value: '5' }, { value: '7' }, { value: '5' }] },
    ]);
  });

  it('BurningOKR shows the oldest row of a day: here the one said last', async () => {
    await record('manager', '2026-03-01', '5');
    await correct('manager', '2026-03-01', '7', 'Counted twice');
    expect((await read('')).latest).toMatchObject({ value: '7' });
  });

  it('Viva’s check-ins can be deleted: here there is no delete, only a retraction that stays', async () => {
    const deleting = Object.entries(openApi(server.app).paths).filter(
      ([, item]) => 'delete' in (item as object),
    );
    // A webhook is a setting: what it was and who removed it stays on record, too. A user who is deleted has left.
    expect(deleting.map(([route]) => route)).toEqual(['/api/v1/webhooks/{webhookId}', '/scim/v2/Users/{id}']);
    await record('manager', '2026-03-01', '5');
    const events = await logged();
    const url = `/api/v1${path('/measurements/2026-03-01')}`;
    expect((await server.app.inject({ method: 'DELETE', url })).statusCode).toBe(404);
    const body = { source: 'gates', reason: 'The gates were closed' };
    last = await server.as('manager').post(path('/measurements/2026-03-01/retraction'), body);
    expect((await logged()).slice(0, -1)).toEqual(events);
    expect((await read('/trend')).points).toMatchObject([
      {
        retracted: true,
        history: [{ value: '5' }, { event: 'retracted', value: '5', reason: 'The gates were closed' }],
      },
    ]);
  });

  it('Horilla deletes history while someone looks at it: here looking changes nothing', async () => {
    await record('manager', '2026-03-01', '5');
    await record('manager', '2026-03-01', '7');
    const before = await logged();
    const trend: unknown = await read('/trend');
    for (let times = 0; times < 5; times++) expect(await read('/trend')).toEqual(trend);
    expect(await logged()).toEqual(before);
    expect(await verify(server.stores.events)).toMatchObject({ events: before.length });
  });

  it('Operately tells only a changed KPI’s name: here all that it was and became, by whom and why', async () => {
    const definition = { ...visits, unitId, direction: 'decrease', reason: 'Fewer are better now' };
    last = await server.as('controller').put(path('/definition'), definition);
    expect((await logged()).slice(-2)).toMatchObject([
      { data: { direction: 'increase', aggregation: 'sum' } },
      {
        data: { direction: 'decrease', aggregation: 'sum' },
        metadata: { actor: 'controller', reason: { sealedFor: 'controller' } },
      },
    ]);
  });

  it('revised targets overwrite the old (Akvo): here the old one is named, with the reason', async () => {
    const target = { period: 'FY2026', value: '10' };
    await server.as('controller').post(path('/targets'), target);
    const reason = 'One park was closed';
    last = await server.as('executive').post(path('/targets'), { ...target, value: '8', reason });
    expect((await logged()).slice(-2)).toMatchObject([
      { data: { value: '10' }, metadata: { actor: 'controller' } },
      {
        data: { value: '8', was: '10' },
        metadata: { actor: 'executive', reason: { sealedFor: 'executive' } },
      },
    ]);
  });
});

const visits = {
  name: 'Visits',
  direction: 'increase',
  frequency: 'daily',
  aggregation: 'sum',
  labels: [],
};
