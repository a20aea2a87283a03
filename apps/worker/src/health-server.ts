import { createServer, type RequestListener, type Server } from 'node:http';
import { bearer, may, Unauthenticated } from '@pm/access';
import type { Metrics, Readiness } from '@pm/assembly';
import type { Identities } from '@pm/identity';

export interface HealthParts {
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  /** Absent where anyone may read the metrics. */
  readonly identities?: Identities;
}

/** Answers `/health` while the process runs, `/ready` by whether it can do its work now, and `/metrics` to whoever may. */
export function healthServer(parts: HealthParts): Server {
  return createServer((request, response) => {
    const answer = (status: number, body: string | object, type = 'application/json') =>
      response
        .writeHead(status, { 'content-type': type })
        .end(typeof body === 'string' ? body : JSON.stringify(body));
    void answered(request, parts, answer).catch(() => answer(503, { status: 'not-ready' }));
  });
}

async function answered(
  { url, headers }: Parameters<RequestListener>[0],
  { readiness, metrics, identities }: HealthParts,
  answer: (status: number, body: string | object, type?: string) => void,
): Promise<void> {
  if (url === '/health') answer(200, { status: 'up' });
  else if (url === '/ready') {
    const found = await readiness.hindrances();
    if (found.length === 0) answer(200, { status: 'ready' });
    else answer(503, { status: 'not-ready', failing: found.map(({ what }) => what) });
  } else if (url === '/metrics') {
    if (await mayRead(identities, headers.authorization))
      answer(200, await metrics.text(), metrics.contentType);
    else answer(401, { status: 'unauthenticated' });
  } else answer(404, { status: 'unknown' });
}

async function mayRead(
  identities: Identities | undefined,
  authorization: string | undefined,
): Promise<boolean> {
  if (!identities) return true;
  try {
    return may(await identities.identify(bearer(authorization)), 'operations.view');
  } catch (error) {
    if (error instanceof Unauthenticated) return false;
    throw error;
  }
}
