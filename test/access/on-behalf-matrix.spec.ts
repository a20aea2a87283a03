import { ROLES } from '@pm/access';
import { newId } from '@pm/eventing';
import { made } from '../support/made.js';
import { type Server, startServer } from '../support/server.js';
import { DECLARED, isLetIn } from './matrix/routes.js';

/** All that is done for somebody else. */
const HANDED_ON = ['goal.plan', 'goal.read', 'kpi.read'];

let server: Server;
let deputyId: string;
let personId: string;
beforeAll(async () => {
  server = await startServer({ http: { rateLimit: 1_000_000, corsOrigins: [] } });
  const admin = server.as('people-admin');
  const unitId = await made(admin.post('/units', { name: 'City', kind: 'city' }));
  const join = (name: string) => made(admin.post('/people', { name, unitId, from: '2025-01-01' }));
  [personId, deputyId] = [await join('Grace'), await join('Bob')];
  await admin.post(`/people/${personId}/deputies`, { deputyId, until: '2026-03-31', reason: 'A leave.' });
});
afterAll(() => server.stop());

/** What somebody is let in to who has every role, on behalf of a person. */
async function admitting(actor: string): Promise<string[]> {
  const authorization = `Bearer ${await server.tokenOf(actor, ROLES)}`;
  const headers = { authorization, 'throughline-on-behalf-of': personId };
  const admitted: string[] = [];
  for (const { route } of DECLARED)
    if (await isLetIn(server, route, { about: newId(), headers })) admitted.push(route);
  return admitted;
}

const declared = (handedOn: readonly string[]): string[] =>
  DECLARED.filter(({ permissions }) => permissions.every((each) => handedOn.includes(each))).map(
    ({ route }) => route,
  );

describe('Every route, on behalf of a person', () => {
  it('is for their deputy where goals are planned, and where goals and KPIs are read', async () =>
    expect(await admitting(deputyId)).toEqual(declared(HANDED_ON)));

  it('is for nobody else, whatever their roles, where it is not public', async () => {
    expect(await admitting(newId())).toEqual(declared([]));
    expect(await admitting(personId)).toEqual(declared([]));
  });
});
