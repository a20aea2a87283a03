import { readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { inDirectory, openStores } from '@pm/assembly';
import { type Config, readConfig } from '@pm/config';
import { openDatabase } from '@pm/eventing/sqlite';
import type { Command } from 'commander';
import { checkpointCommand } from '../../apps/cli/src/checkpoint.js';
import { verifyCommand } from '../../apps/cli/src/verify.js';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { TaskLog } from '../support/task-log.js';

const commands: Record<string, (config: Config) => Command> = {
  checkpoint: checkpointCommand,
  verify: verifyCommand,
};

describe('Signed checkpoints of a log in a file', () => {
  let directory: ReturnType<typeof temporaryDirectory>;
  const place = (name: string) => `${directory.path}/${name}`;
  const lines = () => readFileSync(place('signed'), 'utf8').trimEnd().split('\n');

  beforeEach(async () => {
    directory = temporaryDirectory();
    await write('here', 'task-1', 'task-2', 'task-1', 'task-2');
    await run('checkpoint', 'keygen', '--key', place('key'), '--public', place('public'));
  });
  afterEach(() => directory.remove());

  /** An event a stream; each is named by what it says. */
  async function write(data: string, ...streams: string[]): Promise<void> {
    const stores = await openStores(inDirectory(place(data)));
    const log = await TaskLog.goingOn(stores.events);
    for (const stream of streams)
      await log.writeTo(stream, { type: 'TaskOpened', data: { taskId: stream, title: 'Plan', points: 1 } });
    await stores.close();
  }

  /** Changes the file behind the program's back. */
  function byHand(sql: string): void {
    const file = place('here/events.db');
    const db = openDatabase({ file, schema: [''], synchronous: 'FULL', pageSize: 16_384 });
    expect(db.prepare(sql).run().changes).toBeGreaterThan(0);
    db.close();
  }

  /** @returns what a command line printed, with its exit code at the end where that is not 0 */
  async function run(name: string, ...words: string[]): Promise<string> {
    const printed: string[] = [];
    const stdout = jest
      .spyOn(process.stdout, 'write')
      .mockImplementation((text) => Boolean(printed.push(String(text))));
    try {
      const config = readConfig({ THROUGHLINE_DATA: place('here') });
      await commands[name]!(config).parseAsync(words, { from: 'user' });
      if (process.exitCode) printed.push(`exit ${process.exitCode}`);
    } finally {
      stdout.mockRestore();
      process.exitCode = undefined;
    }
    return printed.join('');
  }
  const sign = () => run('checkpoint', '--key', place('key'), '--to', place('signed'));
  const compare = () => run('verify', '--against', place('signed'), '--public', place('public'));

  it('are appended while the log grows, and hold', async () => {
    expect(await sign()).toMatch(/^ok: 4 events in 2 streams.*\ncheckpoint 1 signed: sha256 [0-9a-f]{64}\n$/);
    await write('here', 'task-1');
    const second = await sign();
    await write('here', 'task-3');
    const held = await compare();
    expect(held).toMatch(/^2 checkpoints hold.*\nok: 6 events in 3 streams/);
    expect(/sha256 (.*)/.exec(held)![1]).toBe(/sha256 (.*)/.exec(second)![1]);
  });

  it('are of an empty log, too', async () => {
    rmSync(place('here'), { recursive: true });
    await write('here');
    expect(await sign()).toMatch(/^ok: 0 events/);
    await write('here', 'task-1');
    expect(await compare()).toMatch(/^1 checkpoints hold.*\nok: 1 events/);
  });

  it('show a changed last event, which the hash chain alone does not', async () => {
    await sign();
    byHand(`UPDATE events SET data = replace(data, 'Plan', 'Plot') WHERE position = 4`);
    expect(await run('verify')).toMatch(/^ok: 4 events/);
    expect(await compare()).toMatch(
      /^fault at \w+\.0000000000000004 in task-2: revision 1, or one before it, was changed .*\nexit 1$/,
    );
  });

  it('show a log that was cut off, which the hash chain alone does not', async () => {
    await sign();
    byHand('DELETE FROM events WHERE position > 2');
    expect(await run('verify')).toMatch(/^ok: 2 events/);
    expect(await compare()).toMatch(
      /^fault at .* in task-1: the log was cut off at \w+\.0000000000000002: revision 1 is gone .*\nexit 1$/,
    );
  });

  it('are not taken of a log with a fault', async () => {
    await sign();
    byHand(`UPDATE events SET data = replace(data, 'Plan', 'Plot') WHERE position = 4`);
    expect(await sign()).toMatch(/^fault at .* in task-2: .*\nexit 1$/);
    expect(lines()).toHaveLength(1);
  });

  it('tell another log apart', async () => {
    await sign();
    rmSync(place('here'), { recursive: true });
    await write('here', 'task-1', 'task-2', 'task-1', 'task-2');
    await expect(compare()).rejects.toThrow(
      /^this is another log: its id is \w+, the checkpoints are of \w+$/,
    );
  });

  it('tell a forged one apart', async () => {
    await sign();
    writeFileSync(place('signed'), `${lines()[0]!.replace('"events":4', '"events":2')}\n`);
    await expect(compare()).rejects.toThrow(
      'checkpoint 1 is not to be trusted: its signature is not of what it says',
    );
  });

  it('tell a removed one apart, wherever others follow', async () => {
    for (let count = 0; count < 3; count++) await sign();
    const [first, second, third] = lines();
    writeFileSync(place('signed'), `${first}\n${third}\n`);
    await expect(compare()).rejects.toThrow(
      'checkpoint 2 is not to be trusted: it does not follow the one before',
    );
    writeFileSync(place('signed'), `${second}\n${third}\n`);
    await expect(compare()).rejects.toThrow(
      'checkpoint 1 is not to be trusted: it does not follow the one before',
    );
    await expect(sign()).rejects.toThrow('checkpoint 1 is not to be trusted');
  });

  it('are followed by the next one where the last line was left without its end', async () => {
    await sign();
    writeFileSync(place('signed'), lines()[0]!);
    await sign();
    expect(await compare()).toMatch(/^2 checkpoints hold/);
  });

  it('are trusted by a key that was named, and by no other', async () => {
    await sign();
    await run('checkpoint', 'keygen', '--key', place('key2'), '--public', place('public2'));
    await expect(run('verify', '--against', place('signed'), '--public', place('public2'))).rejects.toThrow(
      'it was signed with the key',
    );
    await expect(run('verify', '--against', place('signed'))).rejects.toThrow('name the key');
  });

  it('are missed where there is none', async () => {
    await expect(compare()).rejects.toThrow(/signed holds none$/);
  });

  it('are signed with a key that only its owner reads, and that is never written over', async () => {
    expect(statSync(place('key')).mode & 0o777).toBe(0o600);
    await expect(
      run('checkpoint', 'keygen', '--key', place('key'), '--public', place('public3')),
    ).rejects.toThrow('never written over');
    await expect(run('checkpoint', '--key', place('public'), '--to', place('signed'))).rejects.toThrow(
      'there is no private key in PEM in it',
    );
    await expect(run('checkpoint', '--key', place('none'), '--to', place('signed'))).rejects.toThrow(
      'no such file',
    );
    await expect(run('checkpoint')).rejects.toThrow('name --key FILE and --to FILE');
  });

  it('are kept out of the data directory, by whatever way it is reached', async () => {
    symlinkSync(place('here'), place('elsewhere'));
    for (const inside of [place('here/signed'), place('elsewhere/deep/signed'), place('here')])
      await expect(run('checkpoint', '--key', place('key'), '--to', inside)).rejects.toThrow(
        'is inside the data directory',
      );
    await expect(
      run('checkpoint', 'keygen', '--key', place('here/key'), '--public', place('p')),
    ).rejects.toThrow('is inside the data directory');
    expect(await run('checkpoint', '--key', place('key'), '--to', place('hereafter'))).toMatch(
      /signed: sha256/,
    );
  });
});
