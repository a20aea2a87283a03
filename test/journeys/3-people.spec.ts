import { Answers, LIMITS } from '@pm/eventing';
import { type ActorId, type Instant, type Owner, type PersonId, relationshipAt } from '@pm/kernel';
import { PLACES } from '../support/places.js';
import { type Answer, NOW, type Server, startServer } from '../support/server.js';

describe.each(PLACES)('People, over HTTP and %s', (_, place) => {
  let server: Server;
  let cityId: string;
  beforeAll(async () => {
    server = await startServer({ place: await place() });
    const years = { timeZone: 'America/New_York', fiscalYearStartMonth: 7, from: '2000-07-01' };
    await admin().put('/calendar', years);
    cityId = (await admin().post('/units', { name: 'City', kind: 'city' })).body.id;
  });
  afterAll(() => server.stop());

  const admin = () => server.as('people-admin');
  const read = (path: string, { body }: Answer) =>
    server.as('employee').get(`${path}${path.includes('?') ? '&' : '?'}after=${body.position}`);

  /** Of this test alone. */
  let number = 0;
  let parksId: string;
  let policeId: string;
  beforeEach(async () => {
    number += 1;
    const open = async (name: string) =>
      (await admin().post('/units', { name, kind: 'agency', parentId: cityId })).body.id as string;
    parksId = await open('Parks');
    policeId = await open('Police');
  });
  const numberOf = (name: string) => `${name}-${number}`;
  const path = (name: string, rest = '') => `/people/number:${numberOf(name)}${rest}`;
  const join = (name: string, change: object = {}) =>
    admin().post('/people', {
      number: numberOf(name),
      name: `${name} Example`,
      unitId: parksId,
      from: '2026-01-01',
      ...change,
    });
  const standing = (actor: string, owner: string, at: string) => {
    const question = {
      actor: actor as ActorId,
      owner: { personId: owner as PersonId } as Owner,
      at: at as Instant,
    };
    return server.app.get(Answers).asking().ask(relationshipAt, question);
  };

  it('an administrator lets people join, and everyone finds them in their unit, with their manager', async () => {
    const grace = await join('grace');
    const ada = await join('ada', { managerId: grace.body.id });
    expect(ada).toMatchObject({ status: 201, headers: { etag: '"0"' }, body: { revision: 0, recorded: 1 } });
    expect((await read(path('ada'), ada)).body).toEqual({
      personId: ada.body.id,
      number: numberOf('ada'),
      name: 'ada Example',
      standing: 'present',
      joinedAt: '2026-01-01T05:00:00.000Z',
      unitId: parksId,
      managerId: grace.body.id,
      memberships: [{ from: '2026-01-01T05:00:00.000Z', unitId: parksId }],
      managers: [{ from: '2026-01-01T05:00:00.000Z', managerId: grace.body.id }],
      managerLine: { personIds: [grace.body.id] },
    });
    const members = (await read(`/people?unit=${parksId}`, ada)).body.people as { name: string }[];
    expect(members.map(({ name }) => name).sort()).toEqual(['ada Example', 'grace Example']);
    const everyone = (await read('/people?limit=1000', ada)).body.people as { number: string }[];
    expect(everyone.map((person) => person.number)).toEqual(
      expect.arrayContaining([numberOf('ada'), numberOf('grace')]),
    );
  });

  it('somebody moves, and the move is where it belongs in time, however late it is recorded', async () => {
    await join('ada');
    await admin().put(path('ada', '/unit'), { unitId: policeId, from: '2026-03-01', reason: 'asked for it' });
    const late = await admin().put(path('ada', '/unit'), { unitId: cityId, from: '2026-02-01' });
    const { body } = await read(path('ada'), late);
    expect(body.unitId).toBe(policeId);
    expect(body.memberships.map(({ unitId }: { unitId: string }) => unitId)).toEqual([
      parksId,
      cityId,
      policeId,
    ]);
    const membersOf = async (unit: string) => (await read(`/people?unit=${unit}`, late)).body.people.length;
    expect([await membersOf(parksId), await membersOf(policeId)]).toEqual([0, 1]);
  });

  it('a plan holds from its day on, and not before', async () => {
    await join('ada');
    const planned = await admin().put(path('ada', '/unit'), { unitId: policeId, from: '2027-03-03' });
    expect((await read(path('ada'), planned)).body).toMatchObject({
      unitId: parksId,
      memberships: [{ unitId: parksId }, { unitId: policeId }],
    });
    server.clock.set('2027-03-03T05:00:00.000Z' as Instant);
    expect((await read(path('ada'), planned)).body.unitId).toBe(policeId);
    server.clock.set(NOW);
    const further = await admin().put(path('ada', '/unit'), { unitId: policeId, from: '2027-03-04' });
    expect(further).toMatchObject({ status: 409, body: { type: '/problems/too-far-ahead' } });
  });

  it('managers change over time, and who stands how to whom is answered as of any moment', async () => {
    const mary = (await join('mary')).body.id;
    const grace = (await join('grace', { managerId: mary })).body.id;
    const ada = (await join('ada', { managerId: grace })).body.id;
    const changed = await admin().put(path('ada', '/manager'), { managerId: mary, from: '2026-03-01' });
    expect((await read(path('ada'), changed)).body).toMatchObject({
      managerId: mary,
      managerLine: { personIds: [mary] },
    });
    const [before, after] = ['2026-02-28T12:00:00.000Z', '2026-03-01T12:00:00.000Z'];
    expect(await standing(grace, ada, before!)).toBe('manager');
    expect(await standing(mary, ada, before!)).toBe('managers-manager');
    expect(await standing(grace, ada, after!)).toBe('none');
    expect(await standing(mary, ada, after!)).toBe('manager');
    const nobody = await admin().put(path('ada', '/manager'), { managerId: null, from: '2026-03-02' });
    expect((await read(path('ada'), nobody)).body.managerId).toBeNull();
  });

  it('two changes at the same moment may close a cycle, which every reader is told', async () => {
    const [ada, grace] = [(await join('ada')).body.id, (await join('grace')).body.id];
    const changes = await Promise.all([
      admin().put(path('ada', '/manager'), { managerId: grace, from: '2026-02-01' }),
      admin().put(path('grace', '/manager'), { managerId: ada, from: '2026-02-01' }),
    ]);
    const accepted = changes.filter(({ status }) => status === 200);
    const last = accepted
      .map(({ body }) => body.position as string)
      .sort()
      .at(-1);
    const { body } = await server.as('employee').get(`${path('ada')}?after=${last}`);
    expect(body.managerLine.problem).toBe(accepted.length === 2 ? 'manager-cycle' : undefined);
    expect(await standing(ada, grace, NOW)).toMatch(/^(manager|none)$/);
  });

  it('somebody stands for a unit, from a day on, until somebody else does', async () => {
    const ada = (await join('ada')).body.id;
    const named = await admin().put(`/units/${parksId}/head`, {
      personId: ada,
      from: '2026-02-01',
      reason: 'elected',
    });
    expect(named).toMatchObject({ status: 200, body: { id: parksId, recorded: 1 } });
    expect((await read(`/units/${parksId}`, named)).body).toMatchObject({ name: 'Parks', headId: ada });
    const nobody = await admin().put(`/units/${parksId}/head`, { personId: null });
    expect((await read(`/units/${parksId}`, nobody)).body).not.toHaveProperty('headId');
  });

  it('somebody leaves at the end of a day, belongs to the past, and can be told another day', async () => {
    await join('ada');
    const gone = await admin().post(path('ada', '/departure'), { on: '2026-03-02' });
    expect((await read(path('ada'), gone)).body).toMatchObject({
      standing: 'left',
      leftAt: '2026-03-03T04:59:59.999Z',
      memberships: [{ unitId: parksId }],
    });
    expect((await read(`/people?unit=${parksId}`, gone)).body.people).toEqual([]);
    const later = await admin().post(path('ada', '/departure'), { on: '2026-06-30' });
    expect((await read(path('ada'), later)).body).toMatchObject({ standing: 'present', unitId: parksId });
  });

  it('what is said twice is recorded once', async () => {
    const ada = await join('ada');
    await admin().put(path('ada', '/name'), { name: 'Ada Lovelace' });
    const again = [
      await admin().put(path('ada', '/name'), { name: 'Ada Lovelace' }),
      await admin().put(path('ada', '/unit'), { unitId: parksId }),
      await admin().put(path('ada', '/manager'), {}),
    ];
    expect(again.map(({ status, body }) => [status, body.id, body.recorded])).toEqual(
      again.map(() => [200, ada.body.id, 0]),
    );
  });

  it('a name and every reason stay sealed in the log, and are nobody’s once the person is erased', async () => {
    await join('ada', { name: 'Augusta King', reason: 'hired by a friend' });
    const renamed = await admin().put(path('ada', '/name'), { name: 'Ada Lovelace', reason: 'she said so' });
    const { events } = await server.stores.events.readAll({ limit: LIMITS.pageEvents });
    expect(JSON.stringify(events)).not.toMatch(/Augusta|Lovelace|friend|she said/);
    expect(events.at(-1)!.metadata.reason).toMatchObject({ sealedFor: renamed.body.id });
    expect((await read(path('ada'), renamed)).body.name).toBe('Ada Lovelace');

    await server.stores.keys.destroy(renamed.body.id as string);
    expect((await read(path('ada'), renamed)).body).toMatchObject({ name: null, unitId: parksId });
    const refused = await admin().put(path('ada', '/name'), { name: 'Ada again' });
    expect(refused).toMatchObject({ status: 409, body: { type: '/problems/person-erased' } });
  });

  it('rules refuse what they refuse, and repeat nothing of what was sent', async () => {
    const ada = (await join('ada')).body.id;
    const grace = (await join('grace', { managerId: ada })).body.id;
    const refusals = [
      await join('ada'),
      await join('eve', { unitId: grace }),
      await join('eve', { managerId: cityId }),
      await join('eve', { from: '2026-02-30' }),
      await admin().put(path('ada', '/manager'), { managerId: ada }),
      await admin().put(path('ada', '/manager'), { managerId: grace }),
      await admin().put(path('ada', '/unit'), { unitId: policeId, from: '2025-12-31' }),
      await admin().put(path('nobody', '/name'), { name: 'S3CRET' }),
      await admin().post(path('nobody', '/departure'), {}),
      await admin().get(path('nobody')),
      await admin().put(`/units/${parksId}/head`, { personId: cityId }),
    ];
    expect(refusals.map(({ status, body }) => [status, body.type])).toEqual([
      [409, '/problems/person-exists'],
      [404, '/problems/unit-unknown'],
      [404, '/problems/manager-unknown'],
      [422, '/problems/day-unknown'],
      [422, '/problems/own-manager'],
      [409, '/problems/manager-cycle'],
      [409, '/problems/person-not-joined'],
      [404, '/problems/person-unknown'],
      [404, '/problems/person-unknown'],
      [404, '/problems/person-unknown'],
      [404, '/problems/person-unknown'],
    ]);
    expect(JSON.stringify(refusals.map(({ body }) => body))).not.toMatch(/S3CRET|Example|2026-02-30/);
    const bad = await admin().post('/people', { name: '', unitId: 'S3CRET', from: 'today', managerId: 'x' });
    expect(bad.status).toBe(400);
    expect(bad.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/from',
      '/managerId',
      '/name',
      '/unitId',
    ]);
  });

  it('a request sent again under its Idempotency-Key lets one person join', async () => {
    const key = { 'idempotency-key': `join-${number}` };
    const body = { name: 'Ada', unitId: parksId };
    const first = await admin().post('/people', body, key);
    const again = await admin().post('/people', body, key);
    expect(again.body).toEqual({ ...first.body, recorded: 0, repeated: true });
    const other = await admin().post('/people', { ...body, name: 'Grace' }, key);
    expect(other).toMatchObject({ status: 422, body: { type: '/problems/idempotency-key-reused' } });
  });
});
