import type { Client, components } from '@pm/client';
import { PLACES } from '../support/places.js';
import { type Server, startServer } from '../support/server.js';

type Outcome = components['schemas']['CommandOutcome'];

describe.each(PLACES)('A front end with the typed client, over HTTP and %s', (_, place) => {
  let server: Server;
  let admin: Client;
  let controller: Client;
  let reader: Client;
  let city: Outcome;
  let kpi: Outcome;
  let head: Outcome;
  beforeAll(async () => {
    server = await startServer({ place: await place() });
    [admin, controller, reader] = await Promise.all([
      server.typed('people-admin'),
      server.typed('controller'),
      server.typed('employee'),
    ]);
    await organise();
    await measure();
  });
  afterAll(() => server.stop());

  const done = ({ data, error }: { data?: Outcome; error?: unknown }): Outcome => {
    expect(error).toBeUndefined();
    return data!;
  };

  async function organise(): Promise<void> {
    const years = { timeZone: 'UTC', fiscalYearStartMonth: 1, from: '2000-01-01' };
    done(await admin.PUT('/api/v1/calendar', { body: years }));
    city = done(await admin.POST('/api/v1/units', { body: { name: 'City', kind: 'city', number: 'C' } }));
    const parks = { name: 'Parks', kind: 'agency', number: '846', parentId: city.id };
    done(await admin.POST('/api/v1/units', { body: parks }));
  }

  async function measure(): Promise<void> {
    const definition = {
      name: 'Complaints',
      number: '1',
      unitId: city.id,
      direction: 'decrease',
      frequency: 'monthly',
      aggregation: 'sum',
    } as const;
    kpi = done(await controller.POST('/api/v1/kpis', { body: definition }));
    const params = { path: { kpiId: kpi.id } };
    const target = { period: 'FY2026', value: '10' };
    done(await controller.POST('/api/v1/kpis/{kpiId}/targets', { params, body: target }));
    const value = { period: '2026-01', value: '4', source: 'crm' };
    head = done(await controller.POST('/api/v1/kpis/{kpiId}/measurements', { params, body: value }));
  }

  const after = () => ({ after: head.position });

  it('reads units below each other', async () => {
    const query = { ...after(), parent: city.id };
    const { data } = await reader.GET('/api/v1/units', { params: { query } });
    expect(data!.units.map(({ name, number }) => [name, number])).toEqual([['Parks', '846']]);
  });

  it('reads a KPI against its target, and what it is made of', async () => {
    const params = { path: { kpiId: 'number:1' }, query: after() };
    const scorecard = await reader.GET('/api/v1/kpis/{kpiId}', { params });
    expect(scorecard.data!.years['FY2026']).toMatchObject({ value: '4', target: 'met' });
    const trend = await reader.GET('/api/v1/kpis/{kpiId}/trend', { params });
    expect(trend.data!.points.map(({ period, value }) => [period, value])).toEqual([['2026-01', '4']]);
  });

  it('reads how the KPIs of a year came out', async () => {
    const query = { ...after(), period: 'FY2026' };
    const { data } = await reader.GET('/api/v1/outcomes', { params: { query } });
    expect(data!.units).toEqual([expect.objectContaining({ metTarget: 1, didNotMeet: 0 })]);
  });

  it('is told why something was not done', async () => {
    const params = { path: { unitId: 'number:none' } };
    const { data, error, response } = await reader.GET('/api/v1/units/{unitId}', { params });
    expect([data, response.status]).toEqual([undefined, 404]);
    expect(error!.title).toBe('unit-unknown');
  });
});
