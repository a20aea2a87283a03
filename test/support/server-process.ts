import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { mintToken, type Role } from '@pm/access';

const SECRET = 'a secret of the tests, long enough for them';
const READY_MS_MAX = 60_000;

/** The built server in a process of its own, as an operator runs it. */
export class ServerProcess {
  private constructor(
    private readonly process: ChildProcess,
    readonly url: string,
    readonly token: string,
  ) {}

  /** @param settings in place of those that the tests run with */
  static async start(
    directory: string,
    port: number,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<ServerProcess> {
    const child = spawn(process.execPath, ['--max-semi-space-size=16', 'dist/apps/api/src/main.js'], {
      env: {
        PATH: process.env.PATH,
        THROUGHLINE_DATA: directory,
        THROUGHLINE_PORT: String(port),
        THROUGHLINE_TOKEN_SECRET: SECRET,
        THROUGHLINE_LOG: 'error',
        THROUGHLINE_RATE_LIMIT: '10000000',
        ...settings,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const token = await ServerProcess.tokenOf('tester', 'controller', 'people-admin', 'auditor');
    const server = new ServerProcess(child, `http://127.0.0.1:${port}`, token);
    await server.ready();
    return server;
  }

  /** Of somebody in these roles, whom every such server believes. */
  static tokenOf(actor: string, ...roles: Role[]): Promise<string> {
    const audience = { issuer: 'throughline', audience: 'throughline' };
    return mintToken(SECRET, audience, { actor, roles, ttlSeconds: 3600 });
  }

  get pid(): number {
    return this.process.pid!;
  }

  /** @throws where the server does not answer at all */
  async send(method: 'GET' | 'POST' | 'PUT', path: string, body?: object, key?: string): Promise<Response> {
    return fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  /** @throws where the server does not answer at all */
  async sendCsv(path: string, body: string): Promise<Response> {
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'text/csv' };
    return fetch(`${this.url}/api/v1${path}`, { method: 'POST', headers, body });
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const exited = once(this.process, 'exit');
    this.process.kill(signal);
    await exited;
  }

  private async ready(): Promise<void> {
    const deadline = performance.now() + READY_MS_MAX;
    while (performance.now() < deadline && this.process.exitCode === null) {
      const answer = await fetch(`${this.url}/ready`).catch(() => undefined);
      if (answer?.ok) return;
      await delay(20);
    }
    await this.end('SIGKILL');
    throw new Error('the server did not become ready');
  }
}
