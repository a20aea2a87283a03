import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, writeSync } from 'node:fs';
import { constants } from 'node:os';
import { temporaryDirectory } from '../../contracts/temporary-directory.js';

const SHIM = new URL('./shim.c', import.meta.url).pathname;

/** Calls of SQLite on its files that fail, every so manyth of them. */
export interface Failing {
  readonly calls: readonly ('read' | 'write' | 'sync')[];
  readonly error: 'EIO' | 'ENOSPC';
  readonly every: number;
}

/** Whether there is a compiler for what stands between a server and its disk. */
export const hasCompiler = spawnSync('cc', ['--version']).status === 0;

/** A disk that fails when it is told to, for a server that is started with its `environment`. */
export class FaultyDisk {
  private readonly directory = temporaryDirectory();
  private readonly plan = `${this.directory.path}/plan`;
  private readonly file = openSync(this.plan, 'w+');
  private readonly images = `${this.directory.path}/images`;
  private readonly shim = `${this.directory.path}/shim.so`;

  constructor() {
    const options = ['-shared', '-fPIC', '-O1', '-Wall', '-o', this.shim, SHIM, '-ldl', '-lpthread'];
    const { status, stderr } = spawnSync('cc', options, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    mkdirSync(this.images);
    this.recover();
  }

  get environment() {
    return { LD_PRELOAD: this.shim, FAULTS_PLAN: this.plan };
  }

  /** With an image of all files at each sync of the log. */
  get environmentWithImages() {
    return { ...this.environment, FAULTS_IMAGES: this.images };
  }

  fail({ calls, error, every }: Failing): void {
    this.write(`${calls.map((call) => call[0]).join('')} ${constants.errno[error]} ${every}`);
  }

  recover(): void {
    this.write('- 0 1');
  }

  /** Directories of what a loss of power would have left, the earliest first. */
  kept(): readonly string[] {
    const numbers = readdirSync(this.images).filter((name) => /^\d+$/.test(name));
    return numbers.sort((a, b) => Number(a) - Number(b)).map((name) => `${this.images}/${name}`);
  }

  remove(): void {
    closeSync(this.file);
    this.directory.remove();
  }

  /** In place: the server has it mapped. */
  private write(plan: string): void {
    writeSync(this.file, plan.padEnd(64), 0);
  }
}
