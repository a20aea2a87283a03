import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { StoreAddresses } from '@pm/assembly';
import { ownLog } from '../../contracts/own-log.js';
import { mongoDatabase } from '../../support/mongo-database.js';
import { SECRET } from './client.js';
import { type EngineName, type Settings, type Target } from './settings.js';
import { Supervised } from './supervised.js';

const START_MS_MAX = 180_000;

/** The product as it runs on servers: two APIs, two workers, and two who run errands, which are jobs of this test. */
export class Deployment {
  readonly addresses: StoreAddresses;
  readonly redisUrl: string;
  readonly apiUrls: readonly string[];
  private readonly workerUrls: readonly string[];
  private readonly byTarget: Readonly<Record<Target, readonly Supervised[]>>;

  constructor(
    { engines, port }: Settings,
    private readonly directory: string,
  ) {
    const database = mongoDatabase(engines.MongoDB.url).url;
    const events = ownLog(engines.EventStoreDB.url);
    this.addresses = { directory, urls: { events, views: database, keys: database, state: database } };
    this.redisUrl = engines.Redis.url;
    const [apiPorts, workerPorts] = [[port, port + 1] as const, [port + 10, port + 11] as const];
    this.apiUrls = apiPorts.map(urlOf);
    this.workerUrls = workerPorts.map(urlOf);
    const engine = (name: EngineName) => {
      const { url, command } = engines[name];
      const at = Number(new URL(url).port);
      return [
        new Supervised(name, {
          command: ['sh', '-c', `exec ${command}`],
          env: process.env,
          port: at,
          directory,
        }),
      ];
    };
    const ours = (name: string, path: string, at?: number) => {
      const command = [process.execPath, join('dist', path), ...this.apiUrls] as const;
      return new Supervised(name, { command, env: this.envOf(at), port: at, directory });
    };
    this.byTarget = {
      EventStoreDB: engine('EventStoreDB'),
      MongoDB: engine('MongoDB'),
      Redis: engine('Redis'),
      API: apiPorts.map((at, index) => ours(`api-${index + 1}`, 'apps/api/src/main.js', at)),
      worker: [
        ...workerPorts.map((at, index) => ours(`worker-${index + 1}`, 'apps/worker/src/main.js', at)),
        ...[1, 2].map((index) => ours(`runner-${index}`, 'test/faults/engines/errand-runner.js')),
      ],
    };
  }

  /** @throws Error where it does not become ready */
  async start(): Promise<void> {
    this.all().forEach((each) => each.start());
    const deadline = performance.now() + START_MS_MAX;
    while (!(await this.isReady())) {
      if (performance.now() > deadline) throw new Error(`not ready; see ${this.directory}`);
      await delay(200);
    }
  }

  victims(target: Target): readonly Supervised[] {
    return this.byTarget[target];
  }

  /** Whether every API and every worker says that it can do its work. */
  async isReady(): Promise<boolean> {
    const answers = await Promise.all(
      [...this.apiUrls, ...this.workerUrls].map((url) =>
        fetch(`${url}/ready`, { signal: AbortSignal.timeout(10_000) }).then(
          async (answer) => (await answer.text(), answer.ok),
          () => false,
        ),
      ),
    );
    return answers.every(Boolean);
  }

  /** What went wrong with any process that nobody did to it, since it was last asked. */
  troubles(): string[] {
    return this.all().flatMap(({ troubles }) => troubles.splice(0));
  }

  /** What the APIs called bugs of their own. */
  bugs(): string[] {
    return this.byTarget.API.flatMap((api) => api.output().match(/^.*\[Problem\].*$/gm) ?? []);
  }

  async end(): Promise<void> {
    const { EventStoreDB, MongoDB, Redis, API, worker } = this.byTarget;
    await Promise.all([...API, ...worker].map((each) => each.strike('SIGTERM')));
    await Promise.all([...EventStoreDB, ...MongoDB, ...Redis].map((each) => each.strike('SIGTERM')));
  }

  private all(): Supervised[] {
    return Object.values(this.byTarget).flat();
  }

  private envOf(port = 0): NodeJS.ProcessEnv {
    const { events, views, keys, state } = this.addresses.urls;
    return {
      PATH: process.env['PATH'],
      THROUGHLINE_DATA: this.directory,
      THROUGHLINE_EVENTS_URL: events,
      THROUGHLINE_VIEWS_URL: views,
      THROUGHLINE_KEYS_URL: keys,
      THROUGHLINE_STATE_URL: state,
      THROUGHLINE_REDIS_URL: this.redisUrl,
      THROUGHLINE_BACKGROUND: 'worker',
      THROUGHLINE_PORT: String(port),
      THROUGHLINE_TOKEN_SECRET: SECRET,
      THROUGHLINE_LOG: 'warn',
      NO_COLOR: '1',
    };
  }
}

const urlOf = (port: number): string => `http://127.0.0.1:${port}`;
