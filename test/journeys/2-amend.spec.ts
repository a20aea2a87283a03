import { PLACES } from '../support/places.js';
import { type Answer, type Client, type Server, startServer } from '../support/server.js';

describe.each(PLACES)('Set right what was measured, over HTTP and %s', (_, place) => {
  let server: Server;
  let unitId: string;
  beforeAll(async () => {
    server = await startServer({ place: await place() });
    const years = { timeZone: 'America/New_York', fiscalYearStartMonth: 7, from: '2000-07-01' };
    await server.as('people-admin').put('/calendar', years);
    const city = await server.as('people-admin').post('/units', { name: 'City', kind: 'city' });
    const parks = { name: 'Parks', kind: 'agency', parentId: city.body.id };
    unitId = (await server.as('people-admin').post('/units', parks)).body.id;
  });
  afterAll(() => server.stop());

  /** Of this test's own KPI. */
  let number = 100;
  beforeEach(async () => {
    number += 1;
    await controller().post('/kpis', { ...complaints, number: `${number}`, unitId });
  });

  const controller = () => server.as('controller');
  const manager = () => server.as('manager');
  const path = (rest = '') => `/kpis/number:${number}${rest}`;
  const record = (period: string, value: string, source?: string) =>
    manager().post(path('/measurements'), { period, value, source });
  const correction = (period: string, body: object, who = manager()) =>
    who.post(path(`/measurements/${period}/correction`), body);
  const retraction = (period: string, body: object, who = manager()) =>
    who.post(path(`/measurements/${period}/retraction`), body);
  const read = (from: string, { body }: Answer) =>
    server.as('employee').get(`${from}${from.includes('?') ? '&' : '?'}after=${body.position}`);
  const eventsNow = async () => (await server.stores.events.readAll({ limit: 5000 })).events.length;

  it('a manager corrects a value and retracts another, and the trend tells all that was said and why', async () => {
    const first = await record('2026-01', '6');
    await record('2026-02', '9');
    const reason = 'Counted test complaints';
    expect(await correction('2026-01', { value: '5', reason })).toMatchObject({
      status: 201,
      body: { id: first.body.id, revision: 2, recorded: 1 },
      headers: { etag: '"2"' },
    });
    const last = await retraction('2026-02', { reason: 'The month was not over' });
    expect(last).toMatchObject({ status: 201, body: { id: first.body.id, revision: 3, recorded: 1 } });

    const { body } = await read(path('/trend'), last);
    const said = { recordedAt: server.clock.now(), actor: 'manager', position: expect.any(String) as string };
    expect(body.points).toEqual([
      {
        period: '2026-01',
        source: 'manager',
        value: '5',
        measuredAt: '2026-02-01T04:59:59.999Z',
        recordedAt: server.clock.now(),
        corrections: 1,
        late: true,
        history: [
          { ...said, event: 'recorded', value: '6' },
          { ...said, event: 'corrected', value: '5', reason },
        ],
      },
      {
        period: '2026-02',
        source: 'manager',
        measuredAt: '2026-03-01T04:59:59.999Z',
        recordedAt: server.clock.now(),
        corrections: 0,
        retracted: true,
        history: [
          { ...said, event: 'recorded', value: '9' },
          { ...said, event: 'retracted', value: '9', reason: 'The month was not over' },
        ],
      },
    ]);
    expect((await read(path(), last)).body).toMatchObject({
      latest: { period: '2026-01', value: '5' },
      years: { FY2026: { value: '5' } },
      stale: true,
    });
    const { events } = await server.stores.events.readAll({ limit: 5000 });
    const inLog = events.find(({ position }) => position === body.points[0].history[1].position);
    expect(inLog).toMatchObject({ type: 'throughline.measurement.MeasurementCorrected', data: { was: '6' } });
  });

  it('a retracted value may be recorded anew', async () => {
    await record('2026-02', '9');
    await retraction('2026-02', { reason: 'The month was not over' });
    const anew = await record('2026-02', '9');
    expect(anew.body).toMatchObject({ recorded: 1, revision: 2 });
    const { points } = (await read(path('/trend'), anew)).body;
    expect(points).toMatchObject([{ value: '9', corrections: 0, history: [{}, {}, { event: 'recorded' }] }]);
    expect(points[0]).not.toHaveProperty('retracted');
  });

  it('where a later source is retracted, the other stands again, up to the outcomes', async () => {
    await controller().post(path('/targets'), { period: 'FY2026', value: '6' });
    await record('2026-02', '6', 'crm');
    const both = await record('2026-02', '2', 'survey');
    const outcomes = async (after: Answer) =>
      (await read(`/outcomes?period=FY2026&label=l${number}`, after)).body.units[0];
    const definition = { ...complaints, unitId, labels: [`l${number}`] };
    const labelled = await controller().put(path('/definition'), definition);
    expect((await read(path(), both)).body.latest).toMatchObject({ value: '2', source: 'survey' });
    expect(await outcomes(labelled)).toMatchObject({ metTarget: 0, didNotMeet: 1 });
    const last = await retraction('2026-02', { source: 'survey', reason: 'Another question was asked' });
    expect((await read(path(), last)).body.latest).toMatchObject({ value: '6', source: 'crm' });
    expect(await outcomes(last)).toMatchObject({ metTarget: 1, didNotMeet: 0 });
  });

  it('what others said is not corrected by recording it anew in their source, without a reason', async () => {
    await record('2026-02', '9', 'crm');
    const anew = (body: object, who: Client) =>
      who.post(path('/measurements'), { period: '2026-02', source: 'crm', ...body });
    const [machine, reason] = [server.as('machine'), 'Counted twice'];
    const before = await eventsNow();
    const problem = (type: string) => ({ body: { type: `/problems/${type}` } });
    expect(await anew({ value: '5' }, machine)).toMatchObject(problem('reason-required'));
    expect(await anew({ value: '5' }, controller())).toMatchObject(problem('reason-required'));
    expect(await anew({ value: '5', reason }, machine)).toMatchObject(problem('not-the-author'));
    expect((await anew({ value: '9.0' }, machine)).body.recorded).toBe(0);
    expect(await eventsNow()).toBe(before);
    expect((await anew({ value: '5', reason }, controller())).body.recorded).toBe(1);
  });

  it('what others said is for those who may correct it', async () => {
    await record('2026-02', '9', 'crm');
    const body = { source: 'crm', reason: 'Counted twice' };
    const before = await eventsNow();
    const machine = server.as('machine');
    for (const refused of [
      await correction('2026-02', { ...body, value: '5' }, machine),
      await retraction('2026-02', body, machine),
    ])
      expect(refused).toMatchObject({ status: 409, body: { type: '/problems/not-the-author' } });
    expect(await retraction('2026-02', body, server.as('employee'))).toMatchObject({ status: 403 });
    expect(await eventsNow()).toBe(before);
    expect((await correction('2026-02', { ...body, value: '5' }, controller())).body.recorded).toBe(1);
    expect((await retraction('2026-02', body)).body.type).toBe('/problems/not-the-author');
    expect((await retraction('2026-02', body, controller())).body.recorded).toBe(1);
  });

  it.each([
    ['without a reason', '2026-02', { value: '5' }, 400, 'invalid-input'],
    ['with an empty reason', '2026-02', { value: '5', reason: '' }, 400, 'invalid-input'],
    ['with a blank reason', '2026-02', { value: '5', reason: '  ' }, 422, 'reason-required'],
    ['with no number', '2026-02', { value: 'five', reason: 'x' }, 400, 'invalid-input'],
    ['of a period without a value', '2026-01', { value: '5', reason: 'x' }, 404, 'measurement-unknown'],
    ['of another source', '2026-02', { value: '5', reason: 'x', source: 'y' }, 404, 'measurement-unknown'],
    [
      'to another period',
      '2026-02',
      { value: '9', reason: 'x', period: '2026-01' },
      422,
      'correction-moves-period',
    ],
    ['of what is no period', 'February', { value: '5', reason: 'x' }, 400, 'invalid-input'],
    ['of a path in a path', '2026%2F02', { value: '5', reason: 'x' }, 400, 'invalid-input'],
  ] as const)('a correction %s is refused and leaves no trace', async (_name, period, body, status, code) => {
    await record('2026-02', '9');
    const before = await eventsNow();
    expect(await correction(period, body)).toMatchObject({ status, body: { type: `/problems/${code}` } });
    expect(await eventsNow()).toBe(before);
  });

  it('the second retraction finds nothing, and a repeated request gets the first answer', async () => {
    await record('2026-02', '9');
    const key = { 'idempotency-key': 'retraction-1' };
    const body = { reason: 'Counted twice' };
    const send = (change = {}) =>
      manager().post(path('/measurements/2026-02/retraction'), { ...body, ...change }, key);
    const first = await send();
    expect(await send()).toMatchObject({ status: 201, body: { ...first.body, recorded: 0, repeated: true } });
    expect((await send({ reason: 'Another one' })).body.type).toBe('/problems/idempotency-key-reused');
    expect(await retraction('2026-02', body)).toMatchObject({
      status: 404,
      body: { type: '/problems/measurement-unknown' },
    });
  });

  it('a KPI is stale as long as a value is missing', async () => {
    const defined = await controller().put(path('/definition'), { ...complaints, unitId, name: 'Other' });
    expect((await read(path(), defined)).body.stale).toBe(true);
    const last = await record('2026-02', '9');
    expect((await read(path(), last)).body.stale).toBe(false);
    const { kpis } = (await read('/kpis?limit=1000', last)).body;
    const ours = kpis.find(({ number: its }: { number: string }) => its === `${number}`);
    expect(ours).toMatchObject({ stale: false });
  });

  it('annotations explain the course, and one that was wrong stays, marked as retracted', async () => {
    const annotate = (at: string, text: string, headers = {}) =>
      manager().post(path('/annotations'), { at, text }, headers);
    const later = await annotate('2026-02-10', 'The form went online');
    const key = { 'idempotency-key': 'annotation-1' };
    const first = await annotate('2026-01-05', 'A storm', key);
    expect(first).toMatchObject({ status: 201, body: { recorded: 1 } });
    expect((await annotate('2026-01-05', 'A storm', key)).body).toMatchObject({
      id: first.body.id,
      recorded: 0,
      repeated: true,
    });
    const retract = (id: string, who = manager()) =>
      who.post(path(`/annotations/${id}/retraction`), { reason: 'It was another form' });
    expect((await retract(later.body.id, server.as('machine'))).body.type).toBe('/problems/not-the-author');
    const last = await retract(later.body.id);
    expect(last).toMatchObject({ status: 201, body: { id: later.body.id, recorded: 1 } });
    expect(await retract(later.body.id)).toMatchObject({ status: 404 });
    expect((await read(path('/trend'), last)).body.annotations).toMatchObject([
      { annotationId: first.body.id, at: '2026-01-05', text: 'A storm', actor: 'manager' },
      { at: '2026-02-10', text: 'The form went online', retracted: { reason: 'It was another form' } },
    ]);
    for (const [at, text, status] of [
      ['2026-02-30', 'x', 422],
      ['February', 'x', 400],
      ['2026-02-01', ' ', 400],
      ['2026-02-01', 'x'.repeat(1001), 400],
    ] as const)
      expect((await annotate(at, text)).status).toBe(status);
  });

  it('reasons and texts stay sealed in the log, and are gone once their author is erased', async () => {
    await record('2026-02', '9');
    await correction('2026-02', { value: '5', reason: 'A secret of mine' });
    await controller().post(path('/annotations'), { at: '2026-02-01', text: 'A secret of ours' });
    const target = { period: 'FY2026', value: '1', reason: 'A secret target' };
    const last = await controller().post(path('/targets'), target);
    const { events } = await server.stores.events.readAll({ limit: 5000 });
    expect(JSON.stringify(events)).not.toContain('A secret');
    expect(events.at(-1)!.metadata).toMatchObject({ reason: { sealedFor: 'controller' } });

    expect((await read(path('/trend'), last)).body.annotations).toMatchObject([{ text: 'A secret of ours' }]);
    await server.stores.keys.destroy('controller');
    const { points, annotations } = (await read(path('/trend'), last)).body;
    expect(annotations).toMatchObject([{ text: null }]);
    expect(points[0].history[1]).toMatchObject({ value: '5', reason: 'A secret of mine' });
  });

  it('the trend of no KPI is none', async () =>
    expect(await server.as('employee').get('/kpis/number:0/trend')).toMatchObject({ status: 404 }));
});

const complaints = {
  name: 'Complaints closed within 30 days',
  direction: 'increase',
  frequency: 'monthly',
  aggregation: 'sum',
  labels: [],
};
