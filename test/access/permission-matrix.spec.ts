import { PERMISSIONS, type Permission, ROLES } from '@pm/access';
import { newId } from '@pm/eventing';
import { type Server, startServer } from '../support/server.js';
import { DECLARED, type Declared, requestBy, routesOf } from './matrix/routes.js';

const TABLE = 'test/access/matrix/routes.table.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer({ http: { rateLimit: 1_000_000, corsOrigins: [] } });
});
afterAll(() => server.stop());

/** Who asks. There is nobody and nothing of any id, so that whatever somebody may do changes nothing. */
const [asker, another] = [newId(), newId()];
const PARAMETERS: Readonly<Record<string, string>> = { period: 'FY2020', name: 'unit-tree', position: '1' };
/** A stream of changes would not end. */
const QUERIES: Readonly<Record<string, string>> = { 'GET /api/v1/changes': '?views=none' };

/** Whether a request by a route is let through to whatever else is wrong with it. */
async function isLetIn(route: string, token: string | undefined, about: string): Promise<boolean> {
  const { method, url } = requestBy(route, (name) => PARAMETERS[name] ?? about);
  const body = method === 'GET' || method === 'DELETE' ? undefined : {};
  const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` };
  const { status } = await server.send(method, `${url}${QUERIES[route] ?? ''}`, body, headers);
  expect({ route, status, isBug: status === 500 }).toMatchObject({ isBug: false });
  return status !== 401 && status !== 403;
}

async function admitting(token?: string, about = another): Promise<string[]> {
  const admitted: string[] = [];
  for (const { route } of DECLARED) if (await isLetIn(route, token, about)) admitted.push(route);
  return admitted;
}

const isPublic = ({ permissions }: Declared): boolean => permissions.length === 0;

const declared = (isMeant: (declared: Declared) => boolean): string[] =>
  DECLARED.filter((each) => isPublic(each) || isMeant(each)).map(({ route }) => route);

describe('Every route', () => {
  it(`is declared in ${TABLE}, with who may use it`, () => {
    const known = declared(() => true);
    const undeclared = routesOf(server).filter((route) => !known.includes(route));
    expect(undeclared.map((route) => `declare in ${TABLE}: ${route}`)).toEqual([]);
    expect(known.filter((route) => !routesOf(server).includes(route))).toEqual([]);
  });

  it.each(ROLES)('lets in whoever is %s, or does not, as declared', async (role) => {
    const token = await server.tokenOf(asker, [role]);
    expect(await admitting(token)).toEqual(declared(({ roles }) => roles.includes(role)));
    const own = declared(({ roles, own: alone }) => roles.includes(role) || alone.includes(role));
    expect(await admitting(token, asker)).toEqual(own);
  });

  it('lets nobody in without a token, nor without a role, where it is not public', async () => {
    expect(await admitting()).toEqual(declared(() => false));
    expect(await admitting(await server.tokenOf(asker, []), asker)).toEqual(declared(() => false));
  });

  it('changes nothing by having been asked', async () => {
    expect(await server.stores.events.head()).toBeUndefined();
  });
});

describe('A key for a machine', () => {
  const keyWith = async (scopes: readonly Permission[]): Promise<string> => {
    const issued = await server.as(...ROLES).post('/api-keys', { name: 'Machine', scopes });
    return issued.body.key as string;
  };
  const opening = (scopes: readonly Permission[]): string[] =>
    declared(({ keys, permissions }) => keys && permissions.every((each) => scopes.includes(each)));
  const inKeys = PERMISSIONS.filter((permission) => !['api-key.manage', 'role.grant'].includes(permission));

  it.each(inKeys)(
    'with %s alone opens the routes that are declared to want it, and no others',
    async (scope) => {
      expect(await admitting(await keyWith([scope]))).toEqual(opening([scope]));
    },
  );

  it.each(inKeys)('with everything but %s opens none that want it', async (scope) => {
    const others = inKeys.filter((permission) => permission !== scope);
    expect(await admitting(await keyWith(others))).toEqual(opening(others));
  });
});
