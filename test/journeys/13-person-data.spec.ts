import { PLACES } from '../support/places.js';
import { type Answer, type Client, type Server, startServer } from '../support/server.js';

interface Line {
  readonly type: string;
  readonly actor: string;
  readonly reason?: string | null;
  readonly data: object;
}

describe.each(PLACES)('What is held about a person, over HTTP and %s', (_, place) => {
  let server: Server;
  let ada: string;
  let grace: string;
  beforeAll(async () => {
    server = await startServer({ place: await place() });
    const unitId = await done(admin().post('/units', { name: 'City', kind: 'city' }));
    const join = (name: string, more = {}) =>
      done(
        admin().post('/people', {
          number: name,
          name: `${name} Example`,
          unitId,
          from: '2026-01-01',
          ...more,
        }),
      );
    grace = await join('grace', { reason: 'our best' });
    ada = await join('ada', { managerId: grace });
    const kpi = { name: 'Lawns', unitId, direction: 'increase', frequency: 'monthly', aggregation: 'last' };
    const kpiId = await done(server.as('controller').post('/kpis', kpi));
    const value = { period: '2026-01', value: '20', source: 'rounds', note: 'after rain' };
    await done(server.person(ada, 'manager').post(`/kpis/${kpiId}/measurements`, value));
    const change = { name: 'Lawns mown', reason: 'clearer' };
    await done(server.person(grace, 'controller').put(`/kpis/${kpiId}/definition`, { ...kpi, ...change }));
  });
  afterAll(() => server.stop());

  const admin = () => server.as('people-admin');
  const done = async (answer: Promise<Answer>): Promise<string> => {
    const { status, body } = await answer;
    expect([status < 300, body.detail]).toEqual([true, undefined]);
    return body.id as string;
  };
  const dataOf = async (person: string, by: Client): Promise<Line[]> => {
    const { status, bytes } = await by.get(`/people/${person}/data`);
    expect(status).toBe(200);
    return bytes
      .toString()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line);
  };

  it('is every event that names them or that they caused, with their own texts in clear', async () => {
    const lines = await dataOf(ada, admin());
    expect(lines).toMatchObject([
      { type: 'throughline.organisation.PersonJoined', data: { name: 'ada Example', managerId: grace } },
      { type: 'throughline.measurement.MeasurementRecorded', actor: ada, data: { note: 'after rain' } },
    ]);
  });

  it('is of their manager those events, too, but nothing that is said about others', async () => {
    const lines = await dataOf(grace, admin());
    expect(lines.map(({ type, reason }) => [type.split('.').at(-1), reason])).toEqual([
      ['PersonJoined', 'our best'],
      ['PersonJoined', undefined],
      ['KpiRedefined', 'clearer'],
    ]);
    expect(lines[1]!.data).toMatchObject({ personId: ada, name: null });
  });

  it('is for themselves and for people admins, of somebody who exists', async () => {
    expect(await dataOf(ada, server.person(ada))).toHaveLength(2);
    expect((await server.person(grace).get(`/people/${ada}/data`)).status).toBe(403);
    expect((await server.as('controller').get('/people/number:ada/data')).status).toBe(403);
    expect((await admin().get('/people/number:nobody/data')).status).toBe(404);
  });

  it('has no texts once they are erased, and tells that they were', async () => {
    await done(admin().post(`/people/${ada}/erasure`, { reason: 'objection', force: true }));
    const lines = await dataOf(ada, admin());
    expect(lines).toMatchObject([
      { data: { name: null } },
      { data: { note: null } },
      { type: 'throughline.organisation.PersonLeft' },
      { type: 'throughline.organisation.PersonErased', data: { reason: 'objection' } },
    ]);
  });
});
