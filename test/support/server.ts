import type { LoggerService } from '@nestjs/common';
import { mintToken, type Role, type TokenSettings } from '@pm/access';
import { InlineProjection, type Jobs, type Projection, type Stores, type Traces } from '@pm/assembly';
import { type Client as TypedClient, createClient } from '@pm/client';
import { ManualClock } from '@pm/eventing';
import type { Instant } from '@pm/kernel';
import type { HttpSettings } from '../../apps/api/src/http/protection.js';
import { createServer } from '../../apps/api/src/server.js';
import { expectAsDescribed } from './described.js';
import { inMemory, type Place } from './places.js';

/** What tokens are signed with. */
export const SECRET = 'a secret that only the tests of this repository use';
const ISSUED = { issuer: 'throughline', audience: 'throughline' };

/** What the server answered. */
export interface Answer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever JSON the server sent; each test says what it must be
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The body as it was sent. */
  readonly bytes: Buffer;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Headers = Readonly<Record<string, string>>;

export interface ServerOptions {
  readonly place?: Place;
  readonly clock?: ManualClock;
  readonly projection?: (stores: Stores) => Projection;
  readonly jobs?: (stores: Stores) => Jobs;
  /** How often a reader asks again where an answer says that it will be better soon. */
  readonly patience?: number;
  readonly http?: HttpSettings;
  /** Whose tokens are believed; those signed with {@link SECRET} where absent. */
  readonly tokens?: TokenSettings;
  /** Who counts as people admin until somebody else is granted it. */
  readonly firstAdmin?: string;
  readonly traces?: Traces;
  /** Silent where absent. */
  readonly logger?: LoggerService;
}

/** A Tuesday morning. */
export const NOW = '2026-03-03T09:30:00.000Z' as Instant;

/** The whole server as it is deployed, but for the socket and the projector's own thread. */
export async function startServer({
  place = inMemory(),
  clock = new ManualClock(NOW),
  projection = (stores) => new InlineProjection(stores),
  jobs,
  patience = 10,
  http,
  tokens = { trust: { secret: SECRET }, ...ISSUED },
  firstAdmin,
  logger,
  traces,
}: ServerOptions = {}) {
  const { stores } = place;
  const app = await createServer(
    { stores, projection: projection(stores), jobs: jobs?.(stores), tokens, firstAdmin, clock, http, traces },
    logger,
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();

  const send = async (method: Method, url: string, payload?: string | object, headers: Headers = {}) => {
    const response = await app.inject({ method, url, payload, headers });
    const isJson = /[/+]json\b/.test(String(response.headers['content-type']));
    const body: unknown = isJson ? response.json() : response.body;
    expectAsDescribed({ method, url, status: response.statusCode, body });
    return {
      status: response.statusCode,
      body,
      headers: response.headers,
      bytes: response.rawPayload,
    } as Answer;
  };

  const tokenOf = (actor: string, roles: readonly Role[], ttlSeconds = 3600) =>
    mintToken(SECRET, ISSUED, { actor, roles, ttlSeconds });

  const client = (actor: string, roles: readonly Role[]): Client => bearing(tokenOf(actor, roles));

  const bearing = (token: string | Promise<string>): Client => {
    const call = async (method: Method, path: string, body?: string | object, headers: Headers = {}) =>
      send(method, `/api/v1${path}`, body, {
        authorization: `Bearer ${await token}`,
        ...(typeof body === 'string' && { 'content-type': 'application/json' }),
        ...headers,
      });
    const get = async (path: string, headers?: Headers) => {
      let answer = await call('GET', path, undefined, headers);
      for (let asked = 0; asked < patience && comesSoon(answer); asked += 1)
        answer = await call('GET', path, undefined, headers);
      return answer;
    };
    return {
      get,
      post: (path, body, headers) => call('POST', path, body, headers),
      put: (path, body, headers) => call('PUT', path, body, headers),
      remove: (path) => call('DELETE', path),
    };
  };

  const inject = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const { status, body, headers } = await send(
      request.method as Method,
      `${pathname}${search}`,
      (await request.text()) || undefined,
      Object.fromEntries(request.headers),
    );
    return Response.json(body, { status, headers: headers as Headers });
  };

  return {
    app,
    clock,
    stores,
    send,
    tokenOf,
    /** Somebody with a token or a key. */
    bearing,
    /** Someone with these roles, and no others. */
    as: (...roles: Role[]): Client => client(roles.join('-') || 'nobody', roles),
    /** What Prometheus reads, with the token of these roles. */
    metrics: async (...roles: Role[]) => {
      const token = await mintToken(SECRET, ISSUED, { actor: 'scraper', roles, ttlSeconds: 3600 });
      return send('GET', '/metrics', undefined, { authorization: `Bearer ${token}` });
    },
    /** A person who works here. */
    person: (actor: string, ...roles: Role[]): Client => client(actor, ['employee', ...roles]),
    /** A front end's client, of someone with these roles. */
    typed: async (...roles: Role[]): Promise<TypedClient> => {
      const token = await mintToken(SECRET, ISSUED, { actor: roles.join('-'), roles, ttlSeconds: 3600 });
      return createClient({ url: 'http://server', token, fetch: inject });
    },
    stop: async () => {
      await app.close();
      await place.remove();
    },
  };
}

/** A view that is behind, or a server that takes its time on a busy machine. */
const comesSoon = ({ status, headers }: Answer): boolean =>
  status === 503 && headers['retry-after'] !== undefined;

export type Server = Awaited<ReturnType<typeof startServer>>;

/** Asks with one token. Text is sent as it is, an object as JSON. */
export interface Client {
  readonly get: (path: string, headers?: Headers) => Promise<Answer>;
  readonly post: (path: string, body?: string | object, headers?: Headers) => Promise<Answer>;
  readonly put: (path: string, body?: string | object, headers?: Headers) => Promise<Answer>;
  readonly remove: (path: string) => Promise<Answer>;
}
