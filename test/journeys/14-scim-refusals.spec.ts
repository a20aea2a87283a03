import { ROLES } from '@pm/access';
import {
  ENTERPRISE,
  expectScimError,
  openCity,
  patch,
  provisioned,
  type ScimClient,
  scimClient,
  user,
} from '../support/scim.js';
import { type Server, startServer } from '../support/server.js';

let server: Server;
let scim: ScimClient;
let id: string;
beforeAll(async () => {
  ({ server, scim } = await openCity());
  id = await provisioned(scim('POST', '/Users', user('1', 'Grace Hopper')));
});
afterAll(() => server.stop());

type Expected = [status: number, scimType: string, code: string];

const without = (field: string) =>
  Object.fromEntries(Object.entries(user('2', 'Ada')).filter(([name]) => name !== field));

describe('SCIM refuses, and stores nothing,', () => {
  it.each<[string, object, ...Expected]>([
    ['a number that is taken', user('1', 'Ada'), 409, 'uniqueness', 'person-exists'],
    ['a userName that is an address', user('ada@example.org', 'Ada'), 400, 'invalidValue', 'invalid-input'],
    ['a userName that is too long', user('1'.repeat(65), 'Ada'), 400, 'invalidValue', 'invalid-input'],
    ['nobody in particular', without('userName'), 400, 'invalidValue', 'invalid-input'],
    ['somebody without a name', without('displayName'), 400, 'invalidValue', 'invalid-input'],
    ['somebody of no unit', without(ENTERPRISE), 400, 'invalidValue', 'invalid-input'],
    ['an unknown unit', user('2', 'Ada', {}, { department: 'X' }), 400, 'invalidValue', 'unit-unknown'],
    [
      'an unknown manager',
      user('2', 'Ada', {}, { manager: { value: '9' } }),
      400,
      'invalidValue',
      'manager-unknown',
    ],
    [
      'their own manager',
      user('2', 'Ada', {}, { manager: { value: '2' } }),
      400,
      'invalidValue',
      'own-manager',
    ],
    ['whoever is not active', user('2', 'Ada', { active: false }), 400, 'invalidValue', 'invalid-input'],
    [
      'neither true nor false',
      user('2', 'Ada', { active: { toString: 1 } }),
      400,
      'invalidValue',
      'invalid-input',
    ],
    ['a list', [], 400, 'invalidSyntax', 'invalid-input'],
  ])('to create %s', async (_, body, ...expected) => {
    const before = await server.stores.events.head();
    expectScimError(await scim('POST', '/Users', body), ...expected);
    expect(await server.stores.events.head()).toBe(before);
  });

  it.each<[string, object, ...Expected]>([
    ['another userName', { op: 'replace', path: 'userName', value: '2' }, 400, 'mutability', 'invalid-input'],
    ['to have no name', { op: 'remove', path: 'displayName' }, 400, 'mutability', 'invalid-input'],
    ['to be of no unit', { op: 'remove', path: ENTERPRISE }, 400, 'mutability', 'invalid-input'],
    ['nothing in particular', { op: 'remove' }, 400, 'noTarget', 'invalid-input'],
    ['an unknown operation', { op: 'move', path: 'active' }, 400, 'invalidSyntax', 'invalid-input'],
    ['a value that is no object', { op: 'add', value: 'x' }, 400, 'invalidSyntax', 'invalid-input'],
    [
      'to lead themselves',
      { op: 'add', path: `${ENTERPRISE}:manager`, value: '1' },
      400,
      'invalidValue',
      'own-manager',
    ],
  ])('to change %s', async (_, operation, ...expected) => {
    const before = await server.stores.events.head();
    const renamed = { op: 'replace', path: 'displayName', value: 'Grace Murray' };
    expectScimError(await scim('PATCH', `/Users/${id}`, patch(renamed, operation)), ...expected);
    expect(await server.stores.events.head()).toBe(before);
  });

  it('a patch without operations', async () =>
    expectScimError(await scim('PATCH', `/Users/${id}`, {}), 400, 'invalidSyntax', 'invalid-input'));

  it('what is about nobody', async () => {
    const nobody = '/Users/01a204d8-b54f-76ed-bd97-cbf59e584bae';
    for (const answer of [
      await scim('GET', '/Users/number:1'),
      await scim('GET', nobody),
      await scim('PUT', nobody, user('2', 'Ada')),
      await scim('PATCH', nobody, patch({ op: 'add', value: {} })),
      await scim('DELETE', nobody),
    ])
      expectScimError(answer, 404, undefined, 'person-unknown');
  });

  it('other filters than by an attribute that names a user', async () => {
    for (const filter of [
      '',
      'userName',
      'userName sw "1"',
      'name eq "1"',
      'userName eq "1" or id eq "1"',
      'userName eq "1" and name eq "1"',
      'manager eq "1"',
      'userName eq "\\x"',
    ])
      expectScimError(
        await scim('GET', `/Users?filter=${encodeURIComponent(filter)}`),
        400,
        'invalidFilter',
        'invalid-input',
      );
    expectScimError(await scim('GET', '/Users?count=many'), 400, 'invalidValue', 'invalid-input');
  });

  it('what is no request of its own, in its own form', async () => {
    expectScimError(await scim('GET', '/Me'), 404, undefined, 'route-unknown');
    expectScimError(await scim('POST', '/Groups', { displayName: 'x' }), 404, undefined, 'route-unknown');
    const authorization = `Bearer ${await server.tokenOf('provisioning', ['people-admin'])}`;
    const post = (body: string, type: string) =>
      server.send('POST', '/scim/v2/Users', body, { authorization, 'content-type': type });
    expectScimError(await post('{', 'application/scim+json'), 400, 'invalidSyntax', 'invalid-input');
    expectScimError(await post('x', 'text/plain'), 415, undefined, 'media-type');
    expectScimError(await post('', 'application/json'), 400, 'invalidSyntax', 'invalid-input');
  });
});

describe('SCIM is', () => {
  it('open to people admins', async () => expect((await scim('GET', '/Users')).status).toBe(200));

  it.each(ROLES.filter((role) => role !== 'people-admin'))('closed to %s', async (role) =>
    expectScimError(await scimClient(server, role)('GET', '/Users'), 403, undefined, 'forbidden'),
  );

  it('closed without a token', async () => {
    const answer = await server.send('GET', '/scim/v2/Users');
    expectScimError(answer, 401, undefined, 'unauthenticated');
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  it('limited in requests a minute', async () => {
    const small = await startServer({ http: { rateLimit: 1, corsOrigins: [] } });
    const ask = scimClient(small, 'people-admin');
    await ask('GET', '/Users');
    const answer = await ask('GET', '/Users');
    expectScimError(answer, 429, undefined, 'rate-exceeded');
    expect(answer.headers['retry-after']).toBeDefined();
    await small.stop();
  });
});
