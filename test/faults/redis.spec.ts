import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { SystemClock } from '@pm/eventing';
import { type JobContext, JobQueue, JobRunner } from '@pm/jobs';
import { BullmqWakeUps } from '@pm/jobs/bullmq';
import { MemoryAgenda } from '@pm/jobs/memory';
import { later } from '@pm/kernel';
import { random } from '../support/random.js';
import { until } from '../support/until.js';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { seed, times } from './form.js';

const ROUNDS = times(5, 20);
const PORT = 34_568;
const URL = `redis://127.0.0.1:${PORT}`;
/** In a deployment a minute; here what is lost with Redis must not be waited for so long. */
const POLL_MS = 2000;
const isInstalled = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of this test's own, which keeps nothing when it is killed. */
class RedisServer {
  private process: ChildProcess | undefined;
  constructor(private readonly directory: string) {}

  start(): void {
    const options = ['--port', `${PORT}`, '--bind', '127.0.0.1', '--dir', this.directory, '--save', ''];
    this.process = spawn('redis-server', options, { stdio: 'ignore' });
  }

  async kill(): Promise<void> {
    const ended = once(this.process!, 'exit');
    this.process!.kill('SIGKILL');
    await ended;
  }

  async freeze(ms: number): Promise<void> {
    this.process!.kill('SIGSTOP');
    await delay(ms);
    this.process!.kill('SIGCONT');
  }

  flush(): void {
    spawnSync('redis-cli', ['-p', `${PORT}`, 'flushall']);
  }
}

/** Processes that put work or do it, side by side, as far as one process can be several. */
class Processes {
  readonly away: string[] = [];
  readonly done = new Map<string, number>();
  put = 0;
  private readonly clock = new SystemClock();
  private readonly agenda = new MemoryAgenda();
  private readonly wakeUps: BullmqWakeUps[] = [];
  private readonly runners: JobRunner[] = [];
  private readonly queue = new JobQueue(this.agenda, this.open(), this.clock);

  startRunner(): void {
    const ports = { agenda: this.agenda, wakeUps: this.open(), clock: this.clock };
    const run = async (_: object, { workId }: JobContext) =>
      void this.done.set(workId, (this.done.get(workId) ?? 0) + 1);
    const runner = new JobRunner(ports, [{ kind: 'count', attemptsMax: 1, run }], { pollMs: POLL_MS });
    this.runners.push(runner);
    runner.start();
  }

  /** Puts work that is due soon; it would never end if it waited for a Redis that is gone. */
  async putSome(chance: () => number): Promise<void> {
    for (let turn = 0; turn < 20; turn++, this.put++) {
      const dueAt = later(this.clock.now(), Math.floor(chance() * 400));
      await this.queue.put({ id: `work ${this.put}`, kind: 'count', dueAt, payload: {} });
      await delay(5);
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.runners.map((runner) => runner.stop()));
    await Promise.all(this.wakeUps.map((each) => each.close()));
  }

  private open(): BullmqWakeUps {
    const onAway = ({ message }: Error) => void this.away.push(message);
    this.wakeUps.push(new BullmqWakeUps({ url: URL, clock: this.clock, onAway }));
    return this.wakeUps.at(-1)!;
  }
}

/** Nothing is there yet when the processes start, and Redis comes back empty each time. */
async function disturbed(redis: RedisServer, processes: Processes): Promise<void> {
  const chance = random(seed);
  const putSome = () => processes.putSome(chance);
  const allDone = () => until(() => processes.done.size === processes.put, 3 * POLL_MS);
  processes.startRunner();
  processes.startRunner();
  await putSome();
  for (let round = 0; round < ROUNDS; round++) {
    redis.start();
    await putSome();
    await Promise.all([putSome(), redis.freeze(chance() * 300)]);
    redis.flush();
    await putSome();
    await redis.kill();
    await putSome();
    await allDone();
  }
  redis.start();
  await putSome();
  await allDone();
}

function faults(): void {
  it(
    `Redis, killed, frozen and flushed ${ROUNDS} times (seed ${seed}), takes nothing with it and doubles nothing`,
    async () => {
      const { path, remove } = temporaryDirectory();
      const redis = new RedisServer(path);
      const processes = new Processes();
      try {
        await disturbed(redis, processes);
        expect([...processes.done.values()].filter((times) => times !== 1)).toEqual([]);
        expect(processes.away.length).toBeGreaterThanOrEqual(ROUNDS);
      } finally {
        await processes.stop();
        await redis.kill();
        remove();
      }
    },
    (ROUNDS + 1) * 20_000,
  );
}

if (isInstalled) faults();
else it('Redis is not installed here: what its faults do was not tried', () => {});
