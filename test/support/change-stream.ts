import type { Role } from '@pm/access';
import type { Change } from '@pm/projections';
import type { Server } from './server.js';
import { until } from './until.js';

/** From where on somebody follows, and who. */
interface Following {
  readonly lastId?: string;
  readonly role?: Role;
  readonly actor?: string;
  readonly ttlSeconds?: number;
}

/** Listens to the changes over a socket, as a browser's EventSource does. */
export class ChangeStream {
  readonly changes: Change[] = [];
  /** What a client sends as Last-Event-ID when it comes back. */
  lastId: string | undefined;
  isEnded = false;
  private unread = '';
  private readonly leaving = new AbortController();

  private constructor(readonly response: Response) {}

  /** @param server that listens on a socket */
  static async open(
    server: Server,
    query = '',
    { lastId, role = 'employee', actor = role, ttlSeconds }: Following = {},
  ): Promise<ChangeStream> {
    const leaving = new AbortController();
    const response = await fetch(`${await server.app.getUrl()}/api/v1/changes${query}`, {
      headers: {
        authorization: `Bearer ${await server.tokenOf(actor, [role], ttlSeconds)}`,
        ...(lastId && { 'last-event-id': lastId }),
      },
      signal: leaving.signal,
    });
    const stream = new ChangeStream(response);
    stream.leaving.signal.addEventListener('abort', () => leaving.abort());
    if (response.ok) void stream.listen();
    return stream;
  }

  /** Resolves with so many changes, once they are there. */
  async first(count: number): Promise<Change[]> {
    await until(() => this.changes.length >= count);
    return this.changes.slice(0, count);
  }

  leave(): void {
    this.leaving.abort();
  }

  private async listen(): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const bytes of this.response.body!) this.take(decoder.decode(bytes, { stream: true }));
    } catch {
      // Left, or cut off: what was heard stays.
    }
    this.isEnded = true;
  }

  private take(text: string): void {
    const blocks = (this.unread + text).split('\n\n');
    this.unread = blocks.pop()!;
    for (const block of blocks) {
      const fields = block
        .split('\n')
        .map((line) => [line.split(': ', 1)[0], line.slice(line.indexOf(': ') + 2)]);
      for (const [name, value] of fields) {
        if (name === 'id') this.lastId = value;
        if (name === 'data') this.changes.push(JSON.parse(value!) as Change);
      }
    }
  }
}
