import { existsSync } from 'node:fs';
import { jest } from '@jest/globals';
import { drainViews, inDirectory, openStores } from '@pm/assembly';
import { readConfig } from '@pm/config';
import { ForeignTarget, KeyConflict, StoreUnavailable } from '@pm/eventing';
import { DataLock, DataLocked, SqliteKeys } from '@pm/eventing/sqlite';
import { demoCommand } from '../../apps/cli/src/demo/demo.js';
import { eventsCommand } from '../../apps/cli/src/events/copy.js';
import { goalCommand } from '../../apps/cli/src/history/goal.js';
import { keysCommand } from '../../apps/cli/src/keys/keys.js';
import { UsageError } from '../../apps/cli/src/usage-error.js';
import { ownLog } from '../contracts/own-log.js';
import { newStream, stored } from '../contracts/stored.js';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { onEngine } from '../support/engines.js';
import { mongoDatabase } from '../support/mongo-database.js';

const commands = { demo: demoCommand, events: eventsCommand, goal: goalCommand, keys: keysCommand };

let directory: ReturnType<typeof temporaryDirectory>;
let here: string;
beforeAll(async () => {
  directory = temporaryDirectory();
  here = `${directory.path}/here`;
  await run('demo', here, '--small');
}, 60_000);
afterAll(() => directory.remove());

/** @returns what a command line printed, on a data directory where it is given one */
async function run(name: keyof typeof commands, data: string, ...words: string[]): Promise<string> {
  const printed: string[] = [];
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
  try {
    await commands[name](readConfig({ THROUGHLINE_DATA: data })).parseAsync(words, { from: 'user' });
  } finally {
    stdout.mockRestore();
  }
  return printed.join('');
}
const copy = (what: 'events' | 'keys', from: string, to: string) =>
  run(what, here, 'copy', '--from', from, '--to', to);
const marksIn = (printed: string) => printed.match(/sha256 [0-9a-f]{64}/g);

async function people(): Promise<string[]> {
  const keys = SqliteKeys.open(`${here}/keys.db`, { readonly: true });
  const named: string[] = [];
  for await (const { person } of keys.holders()) named.push(person);
  await keys.close();
  return named;
}

/** What is read in a data directory once its views were built. */
async function historyIn(data: string): Promise<string> {
  const stores = await openStores(inDirectory(data));
  await drainViews(stores);
  await stores.close();
  return run('goal', data, 'history', 'potholes');
}

describe('Copying to another data directory', () => {
  const there = () => `${directory.path}/there`;

  it('takes every event over, once', async () => {
    const first = await copy('events', `sqlite:${here}`, `sqlite:${there()}`);
    expect(first).toMatch(/^copied [1-9]\d* events in .* s; 0 were there already\nok: both hold/);
    const second = await copy('events', `sqlite:${here}`, `sqlite:${there()}`);
    expect(second).toMatch(/^copied 0 events in .* s; [1-9]\d* were there already\nok: both hold/);
    expect(marksIn(first)).toHaveLength(2);
    expect(marksIn(second)).toEqual(marksIn(first));
  });

  it('takes every key over, so that the copy reads as the original does, names and reasons with it', async () => {
    expect(await copy('keys', `sqlite:${here}`, `sqlite:${there()}`)).toMatch(
      /^ok: both hold the keys of [1-9]\d* people, and none of 0 erased\n$/,
    );
    const history = await historyIn(there());
    expect(history).toMatch(/Nils Ekman .* The second road crew was never hired\.$/m);
    expect(history).toBe(await historyIn(here));
  });

  it('is refused while another process writes there', async () => {
    const lock = DataLock.acquire(there());
    for (const what of ['events', 'keys'] as const)
      await expect(copy(what, `sqlite:${here}`, `sqlite:${there()}`)).rejects.toThrow(DataLocked);
    lock.release();
  });

  it('is refused where another log or other keys are there', async () => {
    const other = `${directory.path}/other`;
    const stores = await openStores(inDirectory(other));
    const stream = newStream();
    await stores.events.append(stream, 'none', [stored(stream, 0)]);
    for (const person of await people()) await stores.keys.keyFor(person);
    await stores.close();
    await expect(copy('events', `sqlite:${here}`, `sqlite:${other}`)).rejects.toThrow(ForeignTarget);
    await expect(copy('keys', `sqlite:${here}`, `sqlite:${other}`)).rejects.toThrow(KeyConflict);
  });
});

describe('Copying from or to an address that names no store', () => {
  it.each([
    ['events', 'nonsense', UsageError, 'a log is at sqlite:DIRECTORY or at esdb:'],
    ['events', 'sqlite:', UsageError, 'a log is at sqlite:DIRECTORY or at esdb:'],
    ['events', 'mongodb://ada:secret@host/x', UsageError, 'a log is at sqlite:DIRECTORY or at esdb:'],
    ['events', 'esdb://ada:secret@', UsageError, 'not an address of EventStoreDB'],
    ['events', 'sqlite:nowhere', StoreUnavailable, 'cannot open nowhere'],
    ['keys', 'esdb://ada:secret@host:2113', UsageError, 'keys are at sqlite:DIRECTORY or at mongodb:'],
    ['keys', 'mongodb://ada:secret@host', StoreUnavailable, 'must name a database'],
  ] as const)('%s, %s is refused, and no password repeated', async (what, address, error, message) => {
    const refused = copy(what, address, `sqlite:${directory.path}/untouched`);
    await expect(refused).rejects.toThrow(error);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.not.toThrow('secret');
    expect(existsSync(`${directory.path}/untouched`)).toBe(false);
  });
});

onEngine('eventStoreDb', 'Copying to EventStoreDB', (url) => {
  it('and back gives the same log', async () => {
    const log = ownLog(url);
    const out = await copy('events', `sqlite:${here}`, log);
    const back = await copy('events', log, `sqlite:${directory.path}/back`);
    expect(marksIn(back)).toEqual(marksIn(out));
    expect(await copy('events', `sqlite:${here}`, `sqlite:${directory.path}/back`)).toMatch(
      /^copied 0 events/,
    );
  });
});

onEngine('mongoDb', 'Copying keys to MongoDB', (server) => {
  it('and back gives the same keys', async () => {
    const { url, remove } = mongoDatabase(server);
    const out = await copy('keys', `sqlite:${here}`, url);
    expect(await copy('keys', url, `sqlite:${directory.path}/keys-back`)).toBe(out);
    expect(await copy('keys', `sqlite:${here}`, `sqlite:${directory.path}/keys-back`)).toBe(out);
    await remove();
  });
});
