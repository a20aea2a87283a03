import { viewsThatDiffer } from '../support/rebuilt-views.js';
import { FaultyProjection } from '../support/faulty-projection.js';
import { PLACES } from '../support/places.js';
import { type Server, startServer } from '../support/server.js';
import { until } from '../support/until.js';

describe.each(PLACES)('Operate, over HTTP and %s', (_, place) => {
  let server: Server;
  let projection: FaultyProjection;
  beforeEach(async () => {
    const renamed = ({ type }: { type: string }) => type === 'UnitRenamed';
    server = await startServer({
      place: await place(),
      projection: (stores) => (projection = new FaultyProjection(stores, 'unit-tree', renamed)),
    });
  });
  afterEach(() => server.stop());

  const admin = () => server.as('system-admin');
  const organise = () => server.as('people-admin');
  const status = async (view: string) => {
    const { body } = await admin().get('/operations/views');
    return body.views.find(({ name }: { name: string }) => name === view);
  };
  const parked = async () => (await admin().get('/operations/views/unit-tree/parked')).body.parked;
  const act = (position: string, verb: string, body?: object) =>
    admin().post(`/operations/views/unit-tree/parked/${position}/${verb}`, body);
  /** What both units are called; undefined where one is not shown. */
  const names = (after: string) => {
    const name = async (number: number) =>
      (await server.as('employee').get(`/units/number:${number}?after=${after}`)).body.name as unknown;
    return Promise.all([name(1), name(2)]);
  };

  /** A unit that was renamed, which its view cannot take, and one that was opened afterwards. */
  const poisoned = async () => {
    const unit = await organise().post('/units', { number: '1', name: 'Works', kind: 'company' });
    const renaming = await organise().put('/units/number:1/name', { name: 'Mills' });
    const opening = { number: '2', name: 'Sales', kind: 'team', parentId: unit.body.id };
    const opened = await organise().post('/units', opening);
    await until(async () => (await status('unit-tree')).parked === 2);
    return { renaming: renaming.body.position as string, opened: opened.body.position as string };
  };

  it('shows how each view stands', async () => {
    const { opened } = await poisoned();
    await until(async () => (await status('kpi-scorecard')).checkpoint === opened);
    expect(await status('kpi-scorecard')).toEqual({
      name: 'kpi-scorecard',
      revision: expect.any(Number),
      generation: (await status('kpi-scorecard')).revision,
      rebuilding: false,
      checkpoint: opened,
      lagEvents: 0,
      lagSeconds: 0,
      parked: 0,
      skipped: 0,
    });
    expect(await status('unit-tree')).toMatchObject({ checkpoint: opened, lagEvents: 0, parked: 2 });
  });

  it('has an event taken, and those behind it, once the view is corrected', async () => {
    const { renaming, opened } = await poisoned();
    expect(await parked()).toMatchObject([
      { position: renaming, stream: 'organisation-chart', error: 'unlucky' },
      { position: opened },
    ]);
    expect(await names(opened)).toEqual(['Works', undefined]);

    projection.correct();
    expect(await act(renaming, 'retry')).toMatchObject({ status: 202, body: { asked: { to: 'retry' } } });
    await until(async () => (await parked()).length === 0);
    expect(await names(opened)).toEqual(['Mills', 'Sales']);
    expect(await viewsThatDiffer(server.stores)).toEqual([]);
  });

  it('has an event left out, with the reason, and those behind it taken', async () => {
    const { renaming, opened } = await poisoned();
    const reason = 'Renamed by mistake.';
    expect((await act(renaming, 'skip', { reason })).status).toBe(202);
    await until(async () => (await status('unit-tree')).skipped === 1);
    await until(async () => (await status('unit-tree')).parked === 0);
    expect(await parked()).toMatchObject([{ position: renaming, skipped: { by: 'system-admin', reason } }]);
    expect(await names(opened)).toEqual(['Works', 'Sales']);
  });

  it('refuses what cannot be done, and says why', async () => {
    const { renaming, opened } = await poisoned();
    expect(await act(opened, 'retry')).toMatchObject({ status: 409, body: { title: 'event-waits' } });
    expect(await act('elsewhere', 'retry')).toMatchObject({
      status: 404,
      body: { title: 'event-not-parked' },
    });
    expect(await act(renaming, 'skip', {})).toMatchObject({ status: 400, body: { title: 'invalid-input' } });
    const nowhere = await admin().get('/operations/views/none/parked');
    expect(nowhere).toMatchObject({ status: 404, body: { title: 'view-unknown' } });
    expect((await server.as('auditor').post('/operations/views/unit-tree/parked/1/retry')).status).toBe(403);
  });
});
