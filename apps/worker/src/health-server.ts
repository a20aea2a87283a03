import { createServer, type Server } from 'node:http';
import type { Readiness } from '@pm/assembly';

/** Answers `/health` while the process runs, and `/ready` by whether it can do its work now. */
export function healthServer(readiness: Readiness): Server {
  return createServer((request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/health') answer(200, { status: 'up' });
    else if (request.url === '/ready')
      void readiness.hindrances().then((found) => {
        if (found.length === 0) answer(200, { status: 'ready' });
        else answer(503, { status: 'not-ready', failing: found.map(({ what }) => what) });
      });
    else answer(404, { status: 'unknown' });
  });
}
