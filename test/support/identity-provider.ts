import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** A key of a provider, and the name that its tokens call it by. */
export interface Pair {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

export const pairOf = async (kid: string, alg = 'RS256'): Promise<Pair> => ({
  kid,
  ...(await generateKeyPair(alg)),
});

export const signed = ({ kid, privateKey }: Pair, claims: JWTPayload, alg = 'RS256'): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(privateKey);

/** An identity provider that publishes its keys, or does not answer. */
export async function startProvider() {
  let published: readonly Pair[] = [];
  let down = false;
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    if (down) return void response.writeHead(500).end();
    const keys = published.map(async ({ kid, publicKey }) => ({ ...(await exportJWK(publicKey)), kid }));
    return void Promise.all(keys).then((all) => response.end(JSON.stringify({ keys: all })));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    jwksUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    /** How often its keys were asked for. */
    asked: () => asked,
    publish: (...pairs: Pair[]) => (published = pairs),
    fails: (does: boolean) => (down = does),
    stop: () => server.close(),
  };
}
