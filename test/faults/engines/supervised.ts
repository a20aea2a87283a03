import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** How a process is struck: ended, asked to end, or frozen for a while. */
export type Blow = 'SIGKILL' | 'SIGTERM' | 'SIGSTOP';

/** How long a process may take to end when it is asked to. */
const ENDING_MS_MAX = 30_000;

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** How a process is run. */
export interface How {
  readonly command: readonly [string, ...string[]];
  readonly env: NodeJS.ProcessEnv;
  /** Where it listens, if it does. */
  readonly port?: number;
  /** Where its output is kept. */
  readonly directory: string;
}

/** One process of a deployment, and whatever went wrong with it that nobody did to it. */
export class Supervised {
  readonly troubles: string[] = [];
  private readonly logFile: string;
  private child: ChildProcess | undefined;
  private struck = false;

  constructor(
    readonly name: string,
    private readonly how: How,
  ) {
    this.logFile = join(how.directory, `${name}.log`);
  }

  start(): void {
    const output = openSync(this.logFile, 'a');
    const [file, ...words] = this.how.command;
    // In a session of its own: a server that touches the terminal would have all of them stopped.
    const child = spawn(file, words, {
      env: this.how.env,
      detached: true,
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    running.add(child);
    this.child = child;
    this.struck = false;
    child.once('exit', (code, signal) => {
      running.delete(child);
      if (!this.struck) this.troubles.push(`${this.name} ended by itself: ${signal ?? code}`);
    });
  }

  /** Resolves when it has ended, or is frozen. */
  async strike(blow: Blow): Promise<void> {
    const { child } = this;
    if (!child || !running.has(child)) return;
    this.struck = blow !== 'SIGSTOP';
    const exited = once(child, 'exit');
    child.kill(blow);
    if (blow === 'SIGSTOP') return;
    const late = new AbortController();
    const tooLong = delay(ENDING_MS_MAX, 'late', { signal: late.signal }).catch(() => {});
    if ((await Promise.race([exited, tooLong])) === 'late') {
      this.troubles.push(`${this.name} did not end within ${ENDING_MS_MAX / 1000} s of ${blow}`);
      child.kill('SIGKILL');
      await exited;
    }
    late.abort();
  }

  /** Undoes a blow: it goes on, or is started again. Resolves when it can be reached. */
  async revive(): Promise<void> {
    if (this.child && running.has(this.child)) this.child.kill('SIGCONT');
    else this.start();
    const { port } = this.how;
    while (port !== undefined && !(await isOpen(port))) await delay(50);
  }

  /** All that it has written. */
  output(): string {
    return readFileSync(this.logFile, 'utf8');
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
