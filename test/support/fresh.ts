import type { Server } from './server.js';

/** The path of a read that shows all that is recorded by now. */
export async function fresh(server: Server, path: string): Promise<string> {
  const head = (await server.send('GET', '/ready')).body.head as string;
  return `${path}${path.includes('?') ? '&' : '?'}after=${head}`;
}
