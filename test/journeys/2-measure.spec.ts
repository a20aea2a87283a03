import { expectProblem } from '../support/expect-problem.js';
import { PLACES } from '../support/places.js';
import { type Answer, type Server, startServer } from '../support/server.js';

describe.each(PLACES)('Measure, over HTTP and %s', (_, place) => {
  let server: Server;
  let cityId: string;
  beforeAll(async () => {
    server = await startServer({ place: await place() });
    const years = { timeZone: 'America/New_York', fiscalYearStartMonth: 7, from: '2000-07-01' };
    await server.as('people-admin').put('/calendar', years);
    cityId = (await server.as('people-admin').post('/units', { name: 'City', kind: 'city' })).body.id;
  });
  afterAll(() => server.stop());

  /** Of this test's own agency and of its KPI. */
  let number = 100;
  let agencyId: string;
  beforeEach(async () => {
    number += 1;
    const agency = { name: 'Parks', kind: 'agency', number: `${number}`, parentId: cityId };
    agencyId = (await server.as('people-admin').post('/units', agency)).body.id;
  });

  const controller = () => server.as('controller');
  const path = (rest = '') => `/kpis/number:${number}${rest}`;
  const define = (change: object = {}, headers = {}) =>
    controller().post('/kpis', { ...complaints, number: `${number}`, unitId: agencyId, ...change }, headers);
  const record = (period: string, value: string, change: object = {}, headers = {}) =>
    controller().post(path('/measurements'), { period, value, source: 'crm', ...change }, headers);
  const target = (period: string, value: string, headers = {}) =>
    controller().post(path('/targets'), { period, value }, headers);
  const read = (from: string, { body }: Answer) =>
    server.as('employee').get(`${from}${from.includes('?') ? '&' : '?'}after=${body.position}`);

  it('a controller defines a KPI, sets its target and records it, and everyone reads how it stands', async () => {
    const defined = await define();
    expect(defined).toMatchObject({ status: 201, body: { revision: 0, recorded: 1 } });
    expect(await target('FY2026', '10')).toMatchObject({ status: 201, body: { revision: 1, recorded: 1 } });
    await record('2025-06', '9');
    await record('2025-12', '4');
    const last = await record('2026-01', '6');
    expect(last).toMatchObject({ status: 201, body: { id: defined.body.id, recorded: 1 } });

    const scorecard = await read(path(), last);
    expect(scorecard.body).toEqual({
      ...complaints,
      number: `${number}`,
      kpiId: defined.body.id,
      unitId: agencyId,
      retired: false,
      stale: true,
      latest: {
        period: '2026-01',
        value: '6',
        measuredAt: '2026-02-01T04:59:59.999Z',
        source: 'crm',
      },
      years: {
        FY2025: { value: '9', target: 'none' },
        FY2026: { value: '10', target: 'met', improvingOneYear: true, improvingFiveYears: true },
      },
    });

    const trend = await read(path('/trend'), last);
    expect(
      trend.body.points.map(({ period, value }: { period: string; value: string }) => [period, value]),
    ).toEqual([
      ['2025-06', '9'],
      ['2025-12', '4'],
      ['2026-01', '6'],
    ]);

    const counts = { metTarget: 1, didNotMeet: 0, noTarget: 0, improving1y: 1, improving5y: 1 };
    const outcomes = await read('/outcomes?period=FY2026', last);
    expect(outcomes.body).toMatchObject({
      period: 'FY2026',
      kind: 'agency',
      units: [{ unitId: agencyId, number: `${number}`, name: 'Parks', ...counts }],
    });
    expect((await read('/outcomes?period=FY2026&label=critical', last)).body.units).toHaveLength(1);
    expect((await read('/outcomes?period=FY2026&label=quality', last)).body.units).toEqual([]);
    expect((await read(`/outcomes?period=FY2026&unit=${agencyId}`, last)).body.units).toMatchObject([
      { name: '', ...counts },
    ]);
  });

  it('the same value again records nothing, and another one corrects it', async () => {
    await define();
    const first = await record('2026-01', '6');
    expect(await record('2026-01', '6.0')).toMatchObject({
      status: 201,
      body: { ...first.body, recorded: 0 },
    });
    const correction = await record('2026-01', '7');
    expect(correction.body).toMatchObject({ revision: 1, recorded: 1 });
    expect((await read(path('/trend'), correction)).body.points).toMatchObject([
      { period: '2026-01', value: '7', corrections: 1 },
    ]);
    expect((await read(path(), correction)).body.latest.value).toBe('7');
  });

  it('what was just said is what the next reader sees, every time', async () => {
    await define();
    for (const value of ['1', '2', '3', '4', '5', '6', '7', '8']) {
      const said = await record('2026-01', value);
      expect((await read(path(), said)).body.latest.value).toBe(value);
      expect((await read(path('/trend'), said)).body.points).toMatchObject([{ value }]);
    }
  });

  it('a value is true when its period ends, when it was measured, or as of now', async () => {
    await define({ frequency: 'irregular' });
    const measuredAt = async (change: object) => {
      const said = await controller().post(path('/measurements'), { value: '1', ...change });
      const points: { measuredAt: string; period: string }[] = (await read(path('/trend'), said)).body.points;
      return points.map((point) => [point.period, point.measuredAt]);
    };
    expect(await measuredAt({ measuredAt: '2026-01-15T23:30:00-05:00' })).toEqual([
      ['2026-01-15', '2026-01-16T04:30:00.000Z'],
    ]);
    expect(await measuredAt({ measuredAt: '2026-02-15' })).toContainEqual([
      '2026-02-15',
      '2026-02-16T04:59:59.999Z',
    ]);
    expect(await measuredAt({ measuredAt: '2026-03-03' })).toContainEqual(['2026-03-03', server.clock.now()]);
  });

  it('a retired KPI takes nothing more and keeps its past', async () => {
    await define();
    await record('2026-01', '6');
    const retired = await controller().post(path('/retirement'));
    expect(retired.body.recorded).toBe(1);
    for (const refused of [await record('2026-02', '6'), await target('FY2026', '1')])
      expect(refused).toMatchObject({ status: 409, body: { type: '/problems/kpi-retired' } });
    expect((await read(path(), retired)).body).toMatchObject({
      retired: true,
      latest: { value: '6' },
    });
  });

  it('KPIs are listed by name, of all units or of one', async () => {
    await define({ number: undefined, name: 'Zebra crossings' });
    await define({ number: undefined, name: 'Accidents' });
    const last = await define({ number: undefined, name: 'Meadows' });
    const names = (answer: Answer): string[] => answer.body.kpis.map(({ name }: { name: string }) => name);
    const sorted = ['Accidents', 'Meadows', 'Zebra crossings'];
    const ours = names(await read('/kpis', last)).filter((name) => sorted.includes(name));
    expect(ours).toEqual(sorted);
    expect(names(await read(`/kpis?unit=${agencyId}`, last))).toEqual(sorted);
    const first = await read(`/kpis?unit=${agencyId}&limit=2`, last);
    const second = await read(`/kpis?unit=${agencyId}&limit=2&cursor=${first.body.next}`, last);
    expect([...names(first), ...names(second)]).toEqual(sorted);
    expect(second.body).not.toHaveProperty('next');
  });

  it('a trend leads on from page to page in order of time', async () => {
    await define();
    let last = await record('2024-01', '1');
    for (const period of ['2026-01', '2025-01', '2023-01']) last = await record(period, '1');
    const periods: string[] = [];
    let cursor = '';
    do {
      const { body } = await read(path(`/trend?limit=1${cursor}`), last);
      periods.push(...body.points.map(({ period }: { period: string }) => period));
      cursor = body.next && `&cursor=${body.next}`;
    } while (cursor);
    expect(periods).toEqual(['2023-01', '2024-01', '2025-01', '2026-01']);
  });

  describe('Whoever saw a revision', () => {
    it('may go on from it, and is told the next one', async () => {
      const { headers } = await define();
      const set = await target('FY2026', '10', { 'if-match': headers.etag });
      expect(set).toMatchObject({ status: 201, headers: { etag: '"1"' } });
    });

    it('is refused once another one was first, and is told which one stands', async () => {
      const { headers } = await define();
      await target('FY2026', '10');
      expect(await target('FY2026', '11', { 'if-match': headers.etag })).toMatchObject({
        status: 412,
        headers: { etag: '"1"' },
        body: { type: '/problems/revision-mismatch', status: 412 },
      });
    });

    it('is told where nothing is there', async () => {
      expectProblem(await target('FY2026', '11', { 'if-match': '"0"' }), 404, 'kpi-unknown');
    });
  });

  describe('A request sent again under its Idempotency-Key', () => {
    /** A key's scope is its actor and what it is about: another KPI in each test. */
    const key = { 'idempotency-key': 'request-1' };

    it('gets the first answer and records nothing, whatever has happened since', async () => {
      await define();
      const first = await record('2026-01', '6', {}, key);
      const corrected = await record('2026-01', '7');
      const again = await record('2026-01', '6', {}, key);
      expect(again).toMatchObject({ status: 201, body: { ...first.body, recorded: 0, repeated: true } });
      expect((await read(path(), corrected)).body.latest.value).toBe('7');
    });

    it('creates one thing, also where that has no number of its own', async () => {
      const first = await define({ number: undefined }, key);
      const again = await define({ number: undefined }, key);
      expect(again.body).toEqual({ ...first.body, recorded: 0, repeated: true });
      expect((await read(`/kpis?unit=${agencyId}`, again)).body.kpis).toHaveLength(1);
    });

    it('is refused with another body', async () => {
      await define();
      await record('2026-01', '6', {}, key);
      expect(await record('2026-01', '7', {}, key)).toMatchObject({
        status: 422,
        body: { type: '/problems/idempotency-key-reused' },
      });
    });

    it('is another request where another person sends it', async () => {
      await define();
      await record('2026-01', '6', {}, key);
      const theirs = await server
        .as('manager')
        .post(path('/measurements'), { period: '2026-01', value: '7', source: 'survey' }, key);
      expect(theirs.body).toMatchObject({ recorded: 1, repeated: false });
    });

    it('is judged anew where it was refused before', async () => {
      expect((await record('2026-01', '6', {}, key)).status).toBe(404);
      await define();
      expect((await record('2026-01', '6', {}, key)).body).toMatchObject({ recorded: 1, repeated: false });
    });
  });

  it('a field that is null counts as absent', async () => {
    const defined = await define({ goalId: null, number: null });
    expect(defined.status).toBe(201);
    const kpi = `/kpis/${defined.body.id}`;
    const said = { value: '6', period: '2026-01', measuredAt: null, source: null, note: null };
    const last = await controller().post(`${kpi}/measurements`, said);
    expect(last.body.recorded).toBe(1);
    const scorecard = (await read(kpi, last)).body;
    expect(scorecard).not.toHaveProperty('goalId');
    expect(scorecard).not.toHaveProperty('number');
    expect(scorecard.latest.source).toBe('controller');
  });

  it('a note stays sealed in the log', async () => {
    await define();
    await record('2026-01', '6', { note: 'counted by hand' });
    const { events } = await server.stores.events.readAll({ limit: 5000 });
    expect(JSON.stringify(events)).not.toContain('counted by hand');
    expect(events.at(-1)!.data).toMatchObject({ note: { sealedFor: 'controller' } });
  });
});

const complaints = {
  name: 'Complaints closed within 30 days',
  direction: 'increase',
  frequency: 'monthly',
  aggregation: 'sum',
  unitOfMeasure: '%',
  labels: ['critical'],
};
