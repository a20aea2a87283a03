import { PLACES } from '../support/places.js';
import { type Answer, type Server, startServer } from '../support/server.js';

type Row = Record<string, unknown>;

describe.each(PLACES)('Lists, over HTTP and %s', (_, place) => {
  let server: Server;
  let cityId: string;
  const posted = async (role: 'people-admin' | 'controller', path: string, body: object) => {
    const answer = await server.as(role).post(path, body);
    expect({ status: answer.status, problem: answer.body.detail }).toEqual({ status: 201 });
    return answer.body.id as string;
  };
  beforeAll(async () => {
    server = await startServer({ place: await place() });
    const years = { timeZone: 'UTC', fiscalYearStartMonth: 1, from: '2000-01-01' };
    await server.as('people-admin').put('/calendar', years);
    cityId = await posted('people-admin', '/units', { name: 'City', kind: 'city' });
    for (const [name, number, kind] of UNITS)
      await posted('people-admin', '/units', { name, number, kind, parentId: cityId });
    for (const [name, number, frequency] of KPIS)
      await posted('controller', '/kpis', { ...DEFINITION, name, number, frequency, unitId: cityId });
    for (const number of ['c', 'a', 'b'])
      await posted('people-admin', '/goals', { title: number, number, kind: 'objective', unitId: cityId });
  });
  afterAll(() => server.stop());

  const read = async (path: string): Promise<Answer> => {
    const head = (await server.send('GET', '/ready')).body.head as string;
    return server.as('employee').get(`${path}&after=${head}`);
  };
  const listed = async (path: string, field: string) => {
    const { status, body } = await read(path);
    expect(status).toBe(200);
    const rows = Object.values(body as object).find(Array.isArray) as Row[];
    return rows.map((row) => row[field]);
  };

  it('are sorted by a field, and filtered by one', async () => {
    const units = `/units?parent=${cityId}`;
    expect(await listed(`${units}&sort=name`, 'name')).toEqual(['Parks', 'Police', 'Zoo']);
    expect(await listed(`${units}&sort=number`, 'number')).toEqual(['1', '2', '3']);
    expect(await listed(`${units}&sort=name&kind=agency`, 'name')).toEqual(['Parks', 'Police']);
    expect(await listed('/kpis?sort=number', 'name')).toEqual(['Crime', 'Area', 'Beds']);
    expect(await listed('/kpis?frequency=annual', 'name')).toEqual(['Area', 'Crime']);
    expect(await listed('/goals?sort=number&phase=draft', 'number')).toEqual(['a', 'b', 'c']);
    expect(await listed('/goals?status=on-track', 'number')).toEqual([]);
  });

  it('are the same as of a moment', async () => {
    const now = '2026-03-04';
    expect(await listed(`/kpis?sort=number&asOf=${now}`, 'name')).toEqual(['Crime', 'Area', 'Beds']);
    expect(await listed(`/units?parent=${cityId}&sort=name&asOf=${now}`, 'name')).toEqual([
      'Parks',
      'Police',
      'Zoo',
    ]);
  });

  it('lead from page to page in their order', async () => {
    for (const path of [`/units?parent=${cityId}&sort=number`, '/kpis?sort=number', '/goals?sort=number']) {
      const whole = await listed(path, 'number');
      const first = await read(`${path}&limit=2`);
      const rest = await listed(`${path}&limit=2&cursor=${first.body.next}`, 'number');
      expect(rest).toEqual(whole.slice(2));
    }
  });

  it('tell the fields that are asked for, and no others', async () => {
    const { body } = await read(`/units?parent=${cityId}&sort=number&fields=number,name`);
    expect(body.units[0]).toEqual({ number: '1', name: 'Zoo' });
    expect((await read('/kpis?sort=number&fields=name')).body.kpis[0]).toEqual({ name: 'Crime' });
    expect((await read('/goals?sort=number&fields=title')).body.goals[0]).toEqual({ title: 'a' });
  });

  it.each([
    ['/kpis?sort=years', 'name, number'],
    ['/kpis?fields=name,secret', 'kpiId, number, name'],
    ['/kpis?retired=true', 'cursor, fields, frequency, goal'],
    ['/units?sort=closed', 'name, number, kind'],
    ['/people?sort=name', 'cursor, fields, limit, unit'],
    ['/goals?sort=title', 'number, kind, phase, status, start, end'],
    ['/goals?compact=true&limit=5', 'unit, under and archived'],
  ])('refuse %s and name what there is: %s', async (path, names) => {
    const { status, body } = await read(path);
    expect([status, body.title]).toEqual([400, 'invalid-input']);
    expect(body.errors[0].detail).toContain(names);
  });
});

const UNITS = [
  ['Zoo', '1', 'park'],
  ['Police', '2', 'agency'],
  ['Parks', '3', 'agency'],
] as const;

const KPIS = [
  ['Beds', '3', 'monthly'],
  ['Area', '2', 'annual'],
  ['Crime', '1', 'annual'],
] as const;

const DEFINITION = { direction: 'increase', aggregation: 'last' };
