import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What arrived. */
export interface Arrival {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Somebody outside who is told what happens: keeps what arrives, and answers with the statuses that it is given, else 204. */
export async function startReceiver() {
  const arrivals: Arrival[] = [];
  const statuses: number[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      arrivals.push({ headers: request.headers, body });
      response.writeHead(statuses.shift() ?? 204, { location: '/elsewhere' }).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/told`,
    arrivals,
    /** The next answers; afterwards it takes everything. */
    answer: (...next: number[]) => void statuses.push(...next),
    ids: () => arrivals.map(({ headers }) => headers['webhook-id']),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

/** Whether it is from whoever knows the secret, by the recipe of the documentation. */
export function isSigned({ headers, body }: Arrival, secret: string): boolean {
  const content = `${headers['webhook-id'] as string}.${headers['webhook-timestamp'] as string}.${body}`;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const expected = createHmac('sha256', key).update(content).digest('base64');
  return headers['webhook-signature'] === `v1,${expected}`;
}
