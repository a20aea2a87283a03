import { jest } from '@jest/globals';
import { type JWTPayload, SignJWT } from 'jose';
import { mintToken, Tokens, Unauthenticated } from './tokens.js';

const SECRET = 'a secret of more than thirty-two characters';
const issued = { issuer: 'throughline', audience: 'throughline' };
const now = Math.floor(Date.now() / 1000);
const key = (secret: string) => new TextEncoder().encode(secret);
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What a good token says. */
const ada = {
  sub: 'ada',
  iss: 'throughline',
  aud: 'throughline',
  iat: now,
  exp: now + 3600,
  roles: ['manager', 'auditor'],
};
const signed = (claims: JWTPayload, { alg = 'HS256', by = key(SECRET) } = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg }).sign(by);
const without = (claim: keyof typeof ada) =>
  Object.fromEntries(Object.entries(ada).filter(([name]) => name !== claim)) as JWTPayload;

const ours = () => new Tokens({ trust: { secret: SECRET }, ...issued });
const refused = (token: string, tokens = ours()) =>
  expect(tokens.identify(token)).rejects.toThrow(Unauthenticated);

describe('A token of our own', () => {
  it('says who acts, in which roles, and until when', async () =>
    expect(await ours().identify(await signed(ada))).toEqual({
      actor: 'ada',
      roles: ['manager', 'auditor'],
      expiresAt: now + 3600,
    }));

  it('is minted for an actor, roles and a time', async () => {
    const token = await mintToken(SECRET, issued, { actor: 'ada', roles: ['machine'], ttlSeconds: 60 });
    const { actor, roles, expiresAt } = await ours().identify(token);
    expect({ actor, roles }).toEqual({ actor: 'ada', roles: ['machine'] });
    expect(expiresAt - Date.now() / 1000).toBeGreaterThan(58);
    expect(expiresAt - Date.now() / 1000).toBeLessThanOrEqual(60);
  });

  it('gives known roles only', async () => {
    const roles = ['root', 'auditor', 'AUDITOR', '__proto__', 7, null, ['manager']];
    expect(await ours().identify(await signed({ ...ada, roles }))).toMatchObject({ roles: ['auditor'] });
  });

  it.each([undefined, null, 'manager', { manager: true }])(
    'gives no role where its roles are %j',
    async (roles) =>
      expect(await ours().identify(await signed({ ...ada, roles }))).toMatchObject({ roles: [] }),
  );
});

describe('A token is refused', () => {
  it.each<[string, JWTPayload]>([
    ['of another issuer', { ...ada, iss: 'elsewhere' }],
    ['for another audience', { ...ada, aud: 'elsewhere' }],
    ['that expired', { ...ada, exp: now - 60 }],
    ['that is not valid yet', { ...ada, nbf: now + 60 }],
    ['that never expires', without('exp')],
    ['that names no issuer', without('iss')],
    ['that names no audience', without('aud')],
    ['that names nobody', without('sub')],
    ['that names an empty actor', { ...ada, sub: '' }],
    ['whose actor is longer than an id', { ...ada, sub: 'a'.repeat(201) }],
    ['that names a key, which speaks for itself', { ...ada, sub: 'api-key:1' }],
  ])('%s', async (_, claims) => refused(await signed(claims)));

  it('signed with another secret', async () =>
    refused(await signed(ada, { by: key('another secret of thirty-two characters') })));

  it('without signature, whatever it says of itself', async () => {
    const claims = part(ada);
    for (const alg of ['none', 'None', 'NONE', 'HS256']) await refused(`${part({ alg })}.${claims}.`);
  });

  it('signed with our secret by another algorithm', async () => refused(await signed(ada, { alg: 'HS384' })));

  it('of which one bit changed, whichever it is', async () => {
    const tokens = ours();
    const token = await signed(ada);
    await tokens.identify(token);
    const at = [1, token.indexOf('.') + 9, token.lastIndexOf('.') + 1, token.length - 9];
    for (const index of at) {
      const flipped = String.fromCharCode(token.charCodeAt(index) ^ 1);
      await refused(token.slice(0, index) + flipped + token.slice(index + 1), tokens);
    }
  });

  it('that asks for extensions that nobody here knows', async () => {
    const header = { alg: 'HS256', crit: ['b64'], b64: true };
    const [, claims, signature] = (await signed(ada)).split('.');
    await refused(`${part(header)}.${claims}.${signature}`);
  });

  it.each(['', 'a', 'a.b', 'a.b.c', '..', '{}'])('that is %j and no token at all', (text) => refused(text));
});

describe('A remembered token', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }));
  afterEach(() => jest.useRealTimers());

  it('gives what it gave before', async () => {
    const tokens = ours();
    const token = await signed(ada);
    const first = await tokens.identify(token);
    jest.setSystemTime((ada.exp - 1) * 1000);
    expect(await tokens.identify(token)).toBe(first);
  });

  it('is refused once it has expired', async () => {
    const tokens = ours();
    const token = await signed(ada);
    await tokens.identify(token);
    jest.setSystemTime((ada.exp + 6) * 1000);
    await refused(token, tokens);
  });
});
