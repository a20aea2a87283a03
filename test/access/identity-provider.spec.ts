import { jest } from '@jest/globals';
import { mintToken, ProviderUnavailable, Tokens, Unauthenticated } from '@pm/access';
import { exportJWK, exportSPKI, type JWTPayload } from 'jose';
import { expectProblem } from '../support/expect-problem.js';
import { pairOf, type Pair, signed as signedBy, startProvider } from '../support/identity-provider.js';
import { startServer } from '../support/server.js';

const SECRET = 'a secret of more than thirty-two characters';
const issued = { issuer: 'https://id.example.org', audience: 'throughline' };
const START = Date.parse('2026-03-03T09:30:00.000Z');
const MINUTES = 60_000;

/** What a good token says. */
const ada = {
  sub: 'ada',
  iss: issued.issuer,
  aud: issued.audience,
  exp: START / 1000 + 8 * 3600,
  roles: ['manager', 'auditor'],
};

const signed = (pair: Pair, claims: JWTPayload = ada, alg?: string) => signedBy(pair, claims, alg);
const trusted = (rolesClaim?: string) =>
  new Tokens({ trust: { jwksUrl: provider.jwksUrl, rolesClaim }, ...issued });

let provider: Awaited<ReturnType<typeof startProvider>>;
let [first, second]: Pair[] = [];
beforeAll(async () => {
  [first, second] = await Promise.all([pairOf('first'), pairOf('second')]);
});
beforeEach(async () => {
  jest.useFakeTimers({
    now: START,
    doNotFake: [
      'nextTick',
      'queueMicrotask',
      'performance',
      'hrtime',
      'setImmediate',
      'clearImmediate',
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
    ],
  });
  provider = await startProvider();
  provider.publish(first!);
});
afterEach(() => {
  provider.stop();
  jest.useRealTimers();
});

const later = (minutes: number) => jest.setSystemTime(START + minutes * MINUTES);
const refused = (token: string, tokens: Tokens) =>
  expect(tokens.identify(token)).rejects.toThrow(Unauthenticated);
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('A token of an identity provider', () => {
  it('is believed by the provider’s published keys, which are asked for once', async () => {
    const tokens = trusted();
    const own = await tokens.identify(await signed(first!));
    expect(own).toMatchObject({ actor: 'ada', roles: ['manager', 'auditor'] });
    await tokens.identify(await signed(first!, { ...ada, sub: 'bob' }));
    expect(provider.asked()).toBe(1);
  });

  it.each<[string, JWTPayload]>([
    ['of another issuer', { ...ada, iss: 'https://elsewhere.example.org' }],
    ['for another audience', { ...ada, aud: 'elsewhere' }],
    ['that expired', { ...ada, exp: START / 1000 - 60 }],
  ])('is refused %s', async (_, claims) => refused(await signed(first!, claims), trusted()));

  it('is refused with an algorithm that no provider’s key is for, or none', async () => {
    const tokens = trusted();
    await refused(await signed(await pairOf('first', 'PS256'), ada, 'PS256'), tokens);
    await refused(`${part({ alg: 'none', kid: 'first' })}.${part(ada)}.`, tokens);
    expect(provider.asked()).toBe(0);
  });

  it('is refused when signed with another key under a known name', async () =>
    refused(await signed({ ...second!, kid: 'first' }), trusted()));

  it('is refused when the public key was used as a secret', async () => {
    const { n } = await exportJWK(first!.publicKey);
    for (const secret of [await exportSPKI(first!.publicKey), n!]) {
      const token = await mintToken(secret, issued, { actor: 'ada', roles: [], ttlSeconds: 60 });
      await refused(token, trusted());
    }
  });

  it('is refused where only our own secret is trusted, and the other way round', async () => {
    const ours = new Tokens({ trust: { secret: SECRET }, ...issued });
    await refused(await signed(first!), ours);
    await refused(await mintToken(SECRET, issued, { actor: 'ada', roles: [], ttlSeconds: 60 }), trusted());
  });
});

describe('A provider that changes its keys', () => {
  it('is asked for a key that is not known yet', async () => {
    const tokens = trusted();
    await tokens.identify(await signed(first!));
    provider.publish(first!, second!);
    later(1);
    expect(await tokens.identify(await signed(second!))).toMatchObject({ actor: 'ada' });
    expect(provider.asked()).toBe(2);
  });

  it('is not asked again and again for keys that it does not have', async () => {
    const tokens = trusted();
    await tokens.identify(await signed(first!));
    for (const _ of Array(5).keys()) await refused(await signed(second!), tokens);
    expect(provider.asked()).toBe(1);
  });

  it('has taken one back after ten minutes, also for tokens that were believed before', async () => {
    const tokens = trusted();
    const old = await signed(first!);
    await tokens.identify(old);
    provider.publish(second!);
    later(9);
    expect(await tokens.identify(old)).toMatchObject({ actor: 'ada' });
    later(11);
    await refused(old, tokens);
  });
});

describe('A provider that does not answer', () => {
  it('leaves open who somebody is whose key is not known yet', async () => {
    provider.fails(true);
    const tokens = trusted();
    await expect(tokens.identify(await signed(first!))).rejects.toThrow(ProviderUnavailable);
    provider.fails(false);
    expect(await tokens.identify(await signed(first!))).toMatchObject({ actor: 'ada' });
  });

  it('is not missed by those whose key is known', async () => {
    const tokens = trusted();
    await tokens.identify(await signed(first!));
    provider.fails(true);
    later(1);
    await expect(tokens.identify(await signed(second!))).rejects.toThrow(ProviderUnavailable);
    expect(await tokens.identify(await signed(first!, { ...ada, sub: 'bob' }))).toMatchObject({
      actor: 'bob',
    });
  });
});

describe('The claim that says roles', () => {
  const { roles: _roles, ...nobody } = ada;
  const rolesBy = async (claim: string, claims: JWTPayload) =>
    (await trusted(claim).identify(await signed(first!, claims))).roles;

  it('is found by its path, or by a name that has dots itself', async () => {
    const nested = { ...nobody, realm_access: { roles: ['auditor'] } };
    expect(await rolesBy('realm_access.roles', nested)).toEqual(['auditor']);
    const named = 'https://throughline.example.org/roles';
    expect(await rolesBy(named, { ...nobody, [named]: ['auditor'] })).toEqual(['auditor']);
  });

  it('gives no role where it is not there, whatever other claims say', async () => {
    expect(await rolesBy('realm_access.roles', ada)).toEqual([]);
    expect(await rolesBy('roles.length.constructor', ada)).toEqual([]);
    expect(await rolesBy('__proto__.roles', ada)).toEqual([]);
  });
});

describe('A server that trusts a provider', () => {
  it('says that the provider is away, and when to ask again, rather than that a token is bad', async () => {
    provider.fails(true);
    const trust = { jwksUrl: provider.jwksUrl };
    const server = await startServer({ tokens: { trust, ...issued }, patience: 0 });
    const { get } = server.bearing(signed(first!));
    const refused = await get('/units');
    expectProblem(refused, 503, 'provider-unavailable');
    expect(refused.headers['retry-after']).toBe('1');
    expectProblem(await server.bearing('tlk_none').get('/units'), 401, 'unauthenticated');
    provider.fails(false);
    expect((await get('/units')).status).toBe(200);
    await server.stop();
  });

  it('lets somebody begin whose tokens name no role', async () => {
    const trust = { jwksUrl: provider.jwksUrl, rolesClaim: 'groups' };
    const server = await startServer({ tokens: { trust, ...issued }, firstAdmin: 'ada' });
    expect((await server.bearing(signed(first!)).get('/roles')).status).toBe(200);
    const bob = server.bearing(signed(first!, { ...ada, sub: 'bob', groups: ['auditor', 'staff'] }));
    expectProblem(await bob.get('/roles'), 403, 'forbidden');
    expect((await bob.get('/units')).status).toBe(200);
    await server.stop();
  });
});
