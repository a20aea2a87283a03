import { type Permission, type Role, ROLES } from '@pm/access';
import { expectProblem } from '../support/expect-problem.js';
import { type Server, startServer } from '../support/server.js';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe('A request of somebody who may not', () => {
  it.each([
    ['no token', {}],
    ['an empty one', { authorization: '' }],
    ['another scheme', { authorization: 'Basic YTpi' }],
    ['no real token', { authorization: 'Bearer a.b.c' }],
    ['a token of endless length', { authorization: `Bearer ${'a'.repeat(9000)}` }],
    ['two tokens', { authorization: 'Bearer a.b.c, Bearer a.b.c' }],
  ])('is refused with %s', async (_, headers) => {
    const refused = await server.send('GET', '/api/v1/units', undefined, headers);
    expectProblem(refused, 401, 'unauthenticated');
    expect(refused.headers['www-authenticate']).toBe('Bearer');
  });

  /** All but two that open no route, as more is asked there than who may use it, and the one for SCIM, which answers otherwise. */
  const requests: Record<
    Exclude<Permission, 'kpi.correct' | 'people.disclose' | 'people.provision'>,
    readonly ['GET' | 'POST', string]
  > = {
    'organisation.read': ['GET', '/units'],
    'organisation.change': ['POST', '/units'],
    'period.freeze': ['POST', '/periods/FY2020/freeze'],
    'people.read': ['GET', '/people'],
    'people.change': ['POST', '/people'],
    'people.erase': ['POST', '/people/number:1/erasure'],
    'kpi.read': ['GET', '/kpis'],
    'kpi.define': ['POST', '/kpis'],
    'kpi.target': ['POST', '/kpis/number:1/targets'],
    'kpi.measure': ['POST', '/kpis/number:1/measurements'],
    'goal.read': ['GET', '/goals'],
    'goal.plan': ['POST', '/goals'],
    'goal.readers': ['GET', '/goals/number:1/readers?asOf=once-upon-a-time'],
    'outcomes.read': ['GET', '/outcomes'],
    'operations.view': ['GET', '/operations/views'],
    'operations.act': ['POST', '/operations/views/unit-tree/parked/1/skip'],
    'import.run': ['POST', '/imports'],
    'changes.read': ['GET', '/changes?views=none'],
    'webhook.manage': ['GET', '/webhooks'],
    'api-key.manage': ['GET', '/api-keys'],
    'role.grant': ['GET', '/roles'],
    'inbox.read': ['GET', '/notifications'],
    'reads.view': ['GET', '/read-log'],
  };
  const reads: readonly Permission[] = [
    'organisation.read',
    'people.read',
    'kpi.read',
    'goal.read',
    'outcomes.read',
    'changes.read',
    'inbox.read',
  ];
  const permitted: Record<Role, readonly Permission[]> = {
    employee: [...reads, 'goal.plan'],
    manager: [...reads, 'goal.plan', 'kpi.measure'],
    'hr-partner': reads,
    'people-admin': [
      ...reads,
      'organisation.change',
      'period.freeze',
      'people.change',
      'people.erase',
      'goal.plan',
      'goal.readers',
      'import.run',
      'reads.view',
      'api-key.manage',
      'role.grant',
    ],
    controller: [
      ...reads,
      'period.freeze',
      'goal.plan',
      'kpi.define',
      'kpi.target',
      'kpi.measure',
      'import.run',
      'webhook.manage',
      'api-key.manage',
    ],
    executive: [...reads, 'goal.plan', 'kpi.target'],
    auditor: [...reads, 'goal.readers', 'operations.view', 'reads.view'],
    machine: ['kpi.measure'],
    'system-admin': ['operations.view', 'operations.act', 'api-key.manage', 'role.grant'],
  };

  it.each(ROLES)('is refused as %s, but for what that role may do', async (role) => {
    const { get, post } = server.as(role);
    const admitted: string[] = [];
    for (const [permission, [method, path]] of Object.entries(requests)) {
      const answer = await (method === 'GET' ? get(path) : post(path, {}));
      // Whoever may is told what else is wrong, if anything is.
      if ([200, 400, 415].includes(answer.status)) admitted.push(permission);
      else expectProblem(answer, 403, 'forbidden');
    }
    expect(admitted.sort()).toEqual([...permitted[role]].sort());
  });

  it('is refused without any role, before its body is looked at', async () => {
    expectProblem(await server.as().get('/units'), 403, 'forbidden');
    expectProblem(await server.as().post('/units', { nonsense: 1 }), 403, 'forbidden');
  });
});
