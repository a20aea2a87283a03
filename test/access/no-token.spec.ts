import { expectProblem } from '../support/expect-problem.js';
import { type Server, startServer } from '../support/server.js';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe('A request', () => {
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

  it('is refused without any role, before its body is looked at', async () => {
    expectProblem(await server.as().post('/units', { nonsense: 1 }), 403, 'forbidden');
  });
});
