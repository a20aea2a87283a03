import { PERMISSIONS, type Permission, ROLES } from '@pm/access';
import { newId } from '@pm/eventing';
import { type Server, startServer } from '../support/server.js';
import { DECLARED, type Declared, isLetIn, routesOf } from './matrix/routes.js';

const TABLE = 'test/access/matrix/routes.table.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer({ http: { rateLimit: 1_000_000, corsOrigins: [] } });
});
afterAll(() => server.stop());

/** Who asks. There is nobody and nothing of any id, so that whatever somebody may do changes nothing. */
const [asker, another] = [newId(), newId()];

async function admitting(token?: string, about = another): Promise<string[]> {
  const admitted: string[] = [];
  const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` };
  for (const { route } of DECLARED)
    if (await isLetIn(server, route, { about, headers })) admitted.push(route);
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
