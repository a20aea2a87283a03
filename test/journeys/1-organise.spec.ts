import { PLACES } from '../support/places.js';
import { type Server, startServer } from '../support/server.js';

describe.each(PLACES)('Organise, over HTTP and %s', (_, place) => {
  let server: Server;
  let cityId: string;
  const admin = () => server.as('people-admin');
  const reader = () => server.as('employee');
  beforeAll(async () => {
    server = await startServer({ place: await place() });
    cityId = (await admin().post('/units', { name: 'City of New York', kind: 'city' })).body.id;
  });
  afterAll(() => server.stop());

  /** Opens an agency with a number of its own. */
  let opened = 0;
  const openAgency = async (change: object = {}) => {
    const number = `${(opened += 1)}`;
    const agency = { parentId: cityId, number, name: 'Parks', kind: 'agency', ...change };
    return (await admin().post('/units', agency)).body;
  };

  it('an administrator sets the calendar, and again another one', async () => {
    const calendar = { timeZone: 'America/New_York', fiscalYearStartMonth: 7, from: '2000-07-01' };
    const set = await admin().put('/calendar', calendar);
    expect(set).toMatchObject({ status: 200, body: { id: 'chart', recorded: 1, repeated: false } });
    expect(set.headers.etag).toBe(`"${set.body.revision}"`);
    expect((await admin().put('/calendar', calendar)).body).toEqual({ ...set.body, recorded: 0 });
    const january = { ...calendar, fiscalYearStartMonth: 1, from: '2025-01-01' };
    expect((await admin().put('/calendar', january)).body.recorded).toBe(1);
  });

  it('an administrator opens units, and everyone finds them below the one above', async () => {
    const parks = await openAgency();
    const pools = await openAgency({ parentId: parks.id, name: 'Pools' });
    const top = await reader().get(`/units?after=${pools.position}`);
    expect(top.body.units).toEqual([
      { unitId: cityId, name: 'City of New York', kind: 'city', parentId: 'top', closed: false },
    ]);
    const below = await reader().get(`/units?parent=${parks.id}&after=${pools.position}`);
    expect(below.body.units).toMatchObject([{ unitId: pools.id, parentId: parks.id, name: 'Pools' }]);
  });

  it('a unit is addressed by its id and by its own number alike', async () => {
    const { id, position } = await openAgency({ number: '846' });
    const byId = await reader().get(`/units/${id}?after=${position}`);
    const byNumber = await reader().get(`/units/number:846?after=${position}`);
    expect(byId).toMatchObject({ status: 200, body: { unitId: id, number: '846' } });
    expect(byNumber.body).toEqual(byId.body);
  });

  it.each(['A/12 ü', '€'.repeat(64), '100%', 'number:1', '..', '日本'])(
    'a unit is addressed by the number %j',
    async (number) => {
      const { id, position } = await openAgency({ number });
      const path = encodeURIComponent(`number:${number}`);
      const read = await reader().get(`/units/${path}?after=${position}`);
      expect(read).toMatchObject({ status: 200, body: { unitId: id, number } });
    },
  );

  it('units are renamed, moved and closed, and every reader sees it', async () => {
    const parks = await openAgency();
    const pools = await openAgency();
    await admin().put(`/units/${parks.id}/name`, { name: 'Parks and Recreation' });
    await admin().put(`/units/${pools.id}/parent`, { parentId: parks.id });
    const { status, body } = await admin().post(`/units/${pools.id}/closure`);
    expect({ status, ...body }).toMatchObject({ status: 201, id: pools.id, recorded: 1 });

    const read = async (id: string) => (await reader().get(`/units/${id}?after=${body.position}`)).body;
    expect(await read(parks.id)).toMatchObject({ name: 'Parks and Recreation', closed: false });
    expect(await read(pools.id)).toMatchObject({ parentId: parks.id, closed: true });
  });

  it('what is said twice is recorded once, and the answer says where that is', async () => {
    const parks = await openAgency();
    const again = await admin().put(`/units/${parks.id}/name`, { name: 'Parks' });
    expect(again).toMatchObject({ status: 200, body: { ...parks, recorded: 0 } });
  });

  it('rules refuse what they refuse: for now, for ever, and for what does not exist', async () => {
    const parks = await openAgency();
    const pools = await openAgency({ parentId: parks.id, number: 'pools' });
    const again = { parentId: cityId, number: 'pools', name: 'Pools', kind: 'agency' };
    const zone = { timeZone: 'Mars/Olympus', fiscalYearStartMonth: 7, from: '2000-07-01' };
    const refusals = [
      await admin().post('/units', again),
      await admin().post('/units', { name: 'Another city', kind: 'city' }),
      await admin().put(`/units/${parks.id}/parent`, { parentId: pools.id }),
      await admin().post(`/units/${parks.id}/closure`),
      await admin().put('/calendar', zone),
      await admin().put('/units/number:none/name', { name: 'Nobody' }),
    ];
    expect(refusals.map(({ status, body }) => [status, body.type])).toEqual([
      [409, '/problems/unit-exists'],
      [409, '/problems/second-root'],
      [409, '/problems/unit-cycle'],
      [409, '/problems/unit-not-empty'],
      [422, '/problems/time-zone-unknown'],
      [404, '/problems/unit-unknown'],
    ]);
    expect(refusals[2]!.body).toMatchObject({ unitId: parks.id, parentId: pools.id });
    expect(refusals[3]!.body).toMatchObject({ unitId: parks.id, open: 1 });
  });

  it('a page of units leads to the next until there is none', async () => {
    const { id: parentId } = await openAgency();
    let position: string;
    for (const name of ['a', 'b', 'c', 'd', 'e']) ({ position } = await openAgency({ parentId, name }));
    const pages: string[][] = [];
    let cursor = '';
    do {
      const { body } = await reader().get(`/units?parent=${parentId}&limit=2&after=${position!}${cursor}`);
      pages.push(body.units.map(({ name }: { name: string }) => name));
      cursor = body.next && `&cursor=${body.next}`;
    } while (cursor);
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(pages.flat().sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});
