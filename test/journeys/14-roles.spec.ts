import { later } from '@pm/kernel';
import { expectProblem } from '../support/expect-problem.js';
import { type Server, startServer } from '../support/server.js';

let server: Server;
beforeEach(async () => {
  server = await startServer({ firstAdmin: 'founder' });
});
afterEach(() => server.stop());

/** Somebody whose token names no role. */
const known = (subject: string) => server.bearing(server.tokenOf(subject, []));
const grant = (subject: string, role: string, by = server.as('people-admin')) =>
  by.post('/roles/grant', { subject, role, reason: 'Leads the figures.' });
const revoke = (subject: string, role: string, by = server.as('people-admin')) =>
  by.post('/roles/revoke', { subject, role, reason: 'Has another task.' });

/** After which what was granted and revoked counts, in every process. */
const fiveSecondsLater = () => server.clock.set(later(server.clock.now(), 5000));

describe('Roles that are granted', () => {
  it('count beside those of the token within five seconds, and so does their end', async () => {
    const ada = server.bearing(server.tokenOf('ada', ['machine']));
    expectProblem(await ada.get('/units'), 403, 'forbidden');
    expect((await grant('ada', 'controller')).body).toMatchObject({ id: 'ada', recorded: 1 });
    fiveSecondsLater();
    expect((await ada.get('/units')).status).toBe(200);
    expectProblem(await ada.post('/units', {}), 403, 'forbidden');
    await revoke('ada', 'controller');
    fiveSecondsLater();
    expectProblem(await ada.get('/units'), 403, 'forbidden');
    expect((await ada.post('/kpis/number:none/measurements', {})).status).toBe(400);
  });

  it('are listed, and the log says by whom and, sealed, why', async () => {
    await grant('ada', 'auditor');
    await grant('ada', 'employee');
    const { body } = await server.as('system-admin').get('/roles');
    expect(body).toEqual({ grants: [{ subject: 'ada', roles: ['auditor', 'employee'] }] });
    const [first] = await server.stores.events.readStream('roles-granted');
    expect(first!.metadata).toMatchObject({ actor: 'people-admin', reason: { sealedFor: 'ada' } });
  });

  it('are granted by few, never to oneself, and never without a reason', async () => {
    expectProblem(await grant('ada', 'auditor', server.as('controller')), 403, 'forbidden');
    expectProblem(await grant('people-admin', 'controller'), 403, 'own-role');
    for (const body of [
      { subject: 'ada', role: 'auditor' },
      { subject: 'ada', role: 'emperor', reason: 'x' },
      { subject: 'api-key:1', role: 'auditor', reason: 'x' },
    ])
      expectProblem(await server.as('people-admin').post('/roles/grant', body), 400, 'invalid-input');
  });
});

describe('The first administrator', () => {
  it('grants roles without having one, until somebody else is people admin', async () => {
    const founder = known('founder');
    expect((await grant('ada', 'controller', founder)).status).toBe(200);
    fiveSecondsLater();
    expect((await grant('hanna', 'people-admin', founder)).status).toBe(200);
    fiveSecondsLater();
    expectProblem(await grant('bob', 'auditor', founder), 403, 'forbidden');
    expect((await grant('founder', 'people-admin', known('hanna'))).status).toBe(200);
    fiveSecondsLater();
    expect((await grant('bob', 'auditor', founder)).status).toBe(200);
  });

  it('is nobody else, and leaves somebody who administers', async () => {
    expectProblem(await grant('ada', 'people-admin', known('ada')), 403, 'forbidden');
    await grant('hanna', 'people-admin', known('founder'));
    expectProblem(await revoke('hanna', 'people-admin'), 409, 'last-people-admin');
  });
});
