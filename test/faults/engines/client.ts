import { mintToken } from '@pm/access';

export const SECRET = 'a secret of the tests, long enough for them';
const ISSUED = { issuer: 'throughline', audience: 'throughline' };
export const ACTOR = 'tester';
const PATIENCE_MS = 30_000;

/** What an API said, in full. */
export interface Said {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever JSON the server sent
  readonly body: any;
}

interface Told {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Asks APIs, and looks at every answer: whatever is no success must be one of the refusals that a client can expect. */
export class Client {
  /** Answers that no client should get. */
  readonly wrong: string[] = [];
  unavailable = 0;

  private constructor(
    readonly urls: readonly string[],
    private readonly token: string,
  ) {}

  static async of(urls: readonly string[]): Promise<Client> {
    const roles = ['controller', 'people-admin'] as const;
    return new Client(urls, await mintToken(SECRET, ISSUED, { actor: ACTOR, roles, ttlSeconds: 86_400 }));
  }

  /** @returns undefined where there was no answer: what became of the request is unknown */
  async ask(url: string, path: string): Promise<Said | undefined> {
    return this.send(url, path);
  }

  /** @returns undefined as `ask` does */
  async tell(url: string, path: string, body: object, key: string): Promise<Said | undefined> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    return this.send(url, path, { headers, body: JSON.stringify(body) });
  }

  private async send(url: string, path: string, told?: Told): Promise<Said | undefined> {
    const method = told ? 'POST' : 'GET';
    const headers = { ...told?.headers, authorization: `Bearer ${this.token}` };
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const answer = await fetch(`${url}/api/v1${path}`, { method, headers, body: told?.body, signal });
      const said = { status: answer.status, body: (await answer.json()) as { title?: string } };
      this.judge(`${method} ${path}`, said, answer.headers);
      return said;
    } catch {
      return undefined;
    }
  }

  private judge(asked: string, { status, body }: Said, headers: Headers): void {
    const isExpected =
      status < 300 || (status === 409 && (body as { title?: string }).title === 'concurrent-change');
    if (status === 503 && headers.has('retry-after')) this.unavailable += 1;
    else if (!isExpected) this.wrong.push(`${asked} was answered ${status} ${JSON.stringify(body)}`);
  }
}
