import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { bearer } from '@pm/access';
import { Config } from '@pm/config';
import { Identities } from '@pm/identity';
import type { FastifyInstance, FastifyReply } from 'fastify';
import helmet from 'helmet';
import type { IdentifiedRequest } from './access.guard.js';

export interface HttpSettings {
  /** Requests a minute that one asker may send to one process. */
  readonly rateLimit: number;
  /** Sites whose pages may ask from a browser; none where empty. */
  readonly corsOrigins: readonly string[];
}

export const DEFAULT_HTTP: HttpSettings = {
  rateLimit: new Config().THROUGHLINE_RATE_LIMIT,
  corsOrigins: [],
};

/** Smaller answers are not worth compressing. */
const COMPRESSED_BYTES_MIN = 1024;

const MINUTE_MS = 60_000;

/** Asked by whoever watches the server, however often. */
const UNLIMITED: readonly string[] = ['/health', '/ready'];

/** Data are never a page, nor part of one: what OWASP asks of an API, beside the cache's and the type's own. */
const OF_DATA = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Somebody asks more often than they may. */
export class RateExceeded extends Error {
  constructor(
    readonly limit: number,
    readonly retryAfterSeconds: number,
  ) {
    super(`At most ${limit} requests a minute; go on in ${retryAfterSeconds} s.`);
    this.name = 'RateExceeded';
  }
}

/** What answers are sent with, and what keeps one asker from taking the server from all others. */
export async function protect(app: NestFastifyApplication, settings: HttpSettings): Promise<void> {
  const identities = app.get(Identities);
  sendSecurityHeaders(app.getHttpAdapter().getInstance());
  if (settings.corsOrigins.length > 0)
    await app.register(cors, {
      origin: [...settings.corsOrigins],
      methods: ['GET', 'POST', 'PUT'],
      exposedHeaders: [
        'etag',
        'retry-after',
        'content-disposition',
        'x-as-of',
        'x-as-known-at',
        'x-position',
      ],
    });
  await app.register(rateLimit, {
    max: settings.rateLimit,
    timeWindow: MINUTE_MS,
    keyGenerator: (request) => asker(request, identities),
    allowList: ({ url }) => UNLIMITED.includes(url),
    errorResponseBuilder: (_, { max, ttl }) => new RateExceeded(max, Math.ceil(ttl / 1000)),
  });
  await app.register(compress, { threshold: COMPRESSED_BYTES_MIN, encodings: ['br', 'gzip'] });
}

/** Most answers are data, which nothing may show as a page; what is one has all that helmet knows of. */
function sendSecurityHeaders(fastify: FastifyInstance): void {
  const ofPages = headersOfPages();
  fastify.addHook('onRequest', (_, reply, done) => {
    reply.headers(OF_DATA);
    done();
  });
  fastify.addHook('onSend', (_, reply, payload, done) => {
    if (isPage(reply)) reply.headers(ofPages);
    done(null, payload);
  });
}

/** Helmet would work the same ones out anew for each answer: it is asked once. */
function headersOfPages(): OutgoingHttpHeaders {
  const page = new ServerResponse(new IncomingMessage(new Socket()));
  const policy = { directives: { upgradeInsecureRequests: null } };
  helmet({ contentSecurityPolicy: policy })(page.req, page, () => {});
  return page.getHeaders();
}

const isPage = (reply: FastifyReply): boolean => {
  const type = reply.getHeader('content-type');
  return typeof type === 'string' && type.startsWith('text/html');
};

/** Whom the token or key names, which the request then knows, else the address that it comes from. */
async function asker(request: IdentifiedRequest, identities: Identities): Promise<string> {
  try {
    request.identity = await identities.identify(bearer(request.headers.authorization));
    return `actor ${request.identity.actor}`;
  } catch {
    return `address ${request.ip}`;
  }
}
