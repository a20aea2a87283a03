import { LIMITS } from '@pm/eventing';
import { ENTERPRISE, openCity, patch, provisioned, type ScimClient, USER, user } from '../support/scim.js';
import type { Server } from '../support/server.js';
import { until } from '../support/until.js';

let server: Server;
let scim: ScimClient;
beforeEach(async () => {
  ({ server, scim } = await openCity());
});
afterEach(() => server.stop());

/** Types of the events about people, in the order of the log. */
const told = async () =>
  (await server.stores.events.readAll({ limit: LIMITS.pageEvents })).events
    .filter(({ stream }) => stream.startsWith('person-'))
    .map(({ type }) => type.split('.').at(-1)!);

const found = async (filter: string) =>
  (await scim('GET', `/Users?filter=${encodeURIComponent(filter)}`)).body;

describe('Okta', () => {
  it('looks for a user, creates them, and replaces them by all it knows of them', async () => {
    expect(await found('userName eq "1815"')).toMatchObject({ totalResults: 0, Resources: [] });
    const manager = await provisioned(scim('POST', '/Users', user('1', 'Grace Hopper')));
    const sent = user('1815', 'Ada Lovelace', {
      name: { givenName: 'Ada', familyName: 'Lovelace' },
      emails: [{ primary: true, value: 'ada@example.org', type: 'work' }],
      phoneNumbers: [],
      externalId: '00u1',
      locale: 'en-GB',
    });
    const created = await scim('POST', '/Users', sent);
    const { id } = created.body;
    expect(created).toMatchObject({ status: 201, headers: { location: `/scim/v2/Users/${id}` } });
    expect(created.body).toEqual({
      schemas: [USER, ENTERPRISE],
      id,
      userName: '1815',
      displayName: 'Ada Lovelace',
      name: { formatted: 'Ada Lovelace' },
      active: true,
      [ENTERPRISE]: { department: 'P' },
      meta: { resourceType: 'User', location: `/scim/v2/Users/${id}` },
    });
    expect((await found('userName eq "1815"')).Resources).toEqual([created.body]);

    const changed = {
      ...sent,
      id,
      displayName: 'Ada King',
      [ENTERPRISE]: { department: 'L', manager: { value: manager } },
    };
    const replaced = await scim('PUT', `/Users/${id}`, changed);
    expect(replaced).toMatchObject({
      status: 200,
      body: { displayName: 'Ada King', [ENTERPRISE]: { department: 'L', manager: { value: manager } } },
    });
    const before = await told();
    expect(before).toEqual([
      'PersonJoined',
      'PersonJoined',
      'PersonRenamed',
      'PersonMoved',
      'ManagerChanged',
    ]);
    expect((await scim('PUT', `/Users/${id}`, changed)).body).toEqual(replaced.body);
    expect(await told()).toEqual(before);
  });

  it('deactivates a user, who leaves at the end of the day and cannot be activated again', async () => {
    const id = await provisioned(scim('POST', '/Users', user('1815', 'Ada Lovelace')));
    const gone = await scim('PATCH', `/Users/${id}`, patch({ op: 'replace', value: { active: false } }));
    expect(gone).toMatchObject({ status: 200, body: { active: false } });
    expect(gone.body).not.toHaveProperty(ENTERPRISE);
    const person = (await server.as('employee').get('/people/number:1815')).body;
    expect(person).toMatchObject({ leftAt: '2026-03-03T22:59:59.999Z', standing: 'present' });

    const back = await scim('PATCH', `/Users/${id}`, patch({ op: 'replace', value: { active: true } }));
    expect(back).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(/^departure-stands: /) },
    });
    const later = await server.as('people-admin').post('/people/number:1815/departure', { on: '2026-12-31' });
    expect(later.status).toBe(201);
    await until(async () => (await scim('GET', `/Users/${id}`)).body.active === true);
  });

  it('asks for groups, of which there are none', async () =>
    expect((await scim('GET', '/Groups?startIndex=1&count=100')).body).toMatchObject({ totalResults: 0 }));
});

describe('Microsoft Entra ID', () => {
  it('tests the connection by looking for a user who does not exist', async () => {
    const nobody = await found('userName eq "3f8b0c64-6a0c-4f7c-8f6d-0d5c0e1a9b11"');
    expect(nobody).toMatchObject({ totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] });
  });

  it('patches a user in words, cases and paths of its own', async () => {
    const manager = await provisioned(scim('POST', '/Users', user('1', 'Grace Hopper')));
    const id = await provisioned(
      scim('POST', '/Users', user('1815', 'Ada Lovelace', {}, { employeeNumber: '1815' })),
    );
    const patched = async (...operations: object[]) =>
      (await scim('PATCH', `/Users/${id}`, patch(...operations))).body;

    expect(await patched({ op: 'Add', path: `${ENTERPRISE}:manager`, value: manager })).toMatchObject({
      [ENTERPRISE]: { manager: { value: manager } },
    });
    expect((await patched({ op: 'Remove', path: `${ENTERPRISE}:manager` }))[ENTERPRISE]).toEqual({
      department: 'P',
    });
    const list = [{ $ref: `/scim/v2/Users/${manager}`, value: manager }];
    expect(
      await patched(
        { op: 'Replace', path: 'displayName', value: 'Ada King' },
        { op: 'Replace', path: 'emails[type eq "work"].value', value: 'ada@example.org' },
        { op: 'Replace', value: { [`${ENTERPRISE}:department`]: 'L', 'name.givenName': 'Ada' } },
        { op: 'Add', path: `${ENTERPRISE}:manager`, value: list },
      ),
    ).toMatchObject({
      displayName: 'Ada King',
      [ENTERPRISE]: { department: 'L', manager: { value: manager } },
    });
    expect(await patched({ op: 'Replace', path: 'active', value: 'False' })).toMatchObject({ active: false });
    expect((await told()).slice(2)).toEqual([
      'ManagerChanged',
      'ManagerChanged',
      'PersonRenamed',
      'PersonMoved',
      'ManagerChanged',
      'PersonLeft',
    ]);
  });

  it('deletes a user, who stays known; deleting them again changes nothing', async () => {
    const id = await provisioned(scim('POST', '/Users', user('1815', 'Ada Lovelace')));
    expect(await scim('DELETE', `/Users/${id}`)).toMatchObject({ status: 204, body: '' });
    server.clock.set('2026-03-10T09:00:00.000Z' as never);
    expect((await scim('DELETE', `/Users/${id}`)).status).toBe(204);
    expect(await told()).toEqual(['PersonJoined', 'PersonLeft']);
    expect((await scim('GET', `/Users/${id}`)).body).toMatchObject({
      displayName: 'Ada Lovelace',
      active: false,
    });
  });
});

describe('A client of SCIM', () => {
  it('learns what is spoken before it begins', async () => {
    const [config, types, schemas] = await Promise.all(
      ['/ServiceProviderConfig', '/ResourceTypes', '/Schemas'].map((path) => scim('GET', path)),
    );
    expect(config!.body).toMatchObject({ patch: { supported: true }, bulk: { supported: false } });
    expect(types!.body.Resources).toMatchObject([{ id: 'User', endpoint: '/Users', schema: USER }]);
    expect(schemas!.body.Resources.map(({ id }: { id: string }) => id)).toEqual([USER, ENTERPRISE]);
  });

  it('reads users page by page, by number, whatever the size of a page', async () => {
    for (const number of ['3', '1', '5', '2', '4'])
      await provisioned(scim('POST', '/Users', user(number, `Nr ${number}`)));
    const page = async (query: string) => {
      const { totalResults, startIndex, itemsPerPage, Resources } = (await scim('GET', `/Users?${query}`))
        .body;
      expect(itemsPerPage).toBe(Resources.length);
      return [totalResults, startIndex, Resources.map(({ userName }: { userName: string }) => userName)];
    };
    expect(await page('')).toEqual([5, 1, ['1', '2', '3', '4', '5']]);
    expect(await page('startIndex=2&count=2')).toEqual([5, 2, ['2', '3']]);
    expect(await page('startIndex=4&count=900')).toEqual([5, 4, ['4', '5']]);
    expect(await page('startIndex=-7&count=1&attributes=userName')).toEqual([5, 1, ['1']]);
    expect(await page('startIndex=9')).toEqual([5, 9, []]);
    expect(await page('count=0')).toEqual([5, 1, []]);
    expect(await page('count=-1')).toEqual([5, 1, []]);
  });

  it('finds a user by id, and one without a number by that, too; nobody by externalId', async () => {
    const id = await provisioned(scim('POST', '/Users', user('1815', 'Ada Lovelace')));
    const { unitId } = (await server.as('employee').get('/units/number:P')).body;
    const other = (await server.as('people-admin').post('/people', { name: 'Grace', unitId })).body;
    await until(async () => (await scim('GET', `/Users/${other.id}`)).status === 200);
    expect((await found(`id eq "${id}"`)).Resources).toMatchObject([{ userName: '1815' }]);
    expect((await found(`${USER}:USERNAME EQ "${other.id}"`)).Resources).toMatchObject([{ id: other.id }]);
    expect((await found(`userName eq "${id}"`)).totalResults).toBe(0);
    const managed = (manager: string) => found(`userName eq "1815" and manager eq "${manager}"`);
    expect((await managed(id)).totalResults).toBe(0);
    const led = patch({ op: 'add', path: `${ENTERPRISE}:manager`, value: other.id });
    await scim('PATCH', `/Users/${id}`, led);
    expect((await managed(other.id)).totalResults).toBe(1);
    expect((await scim('GET', `/Users?count=0&filter=id%20eq%20%22${id}%22`)).body).toMatchObject({
      totalResults: 1,
      Resources: [],
    });
    expect((await found('externalId eq "1815"')).totalResults).toBe(0);
  });

  it('sees nothing of whoever was erased', async () => {
    const id = await provisioned(scim('POST', '/Users', user('1815', 'Ada Lovelace')));
    const erasure = { reason: 'objection', force: true };
    await server.as('people-admin').post('/people/number:1815/erasure', erasure);
    await until(async () => (await scim('GET', `/Users/${id}`)).status === 404);
    expect((await scim('GET', '/Users')).body).toMatchObject({ totalResults: 0, Resources: [] });
    expect((await scim('PUT', `/Users/${id}`, user('1815', 'Ada again'))).status).toBe(404);
  });

  it('keeps every change in its own name, and every name sealed', async () => {
    await provisioned(scim('POST', '/Users', user('1815', 'Ada Lovelace')));
    const { events } = await server.stores.events.readAll({ limit: LIMITS.pageEvents });
    expect(events.at(-1)!.metadata.actor).toBe('provisioning');
    expect(JSON.stringify(events)).not.toContain('Lovelace');
  });
});
