import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { addressesIn, openReadOnly, openStores } from '@pm/assembly';
import { readConfig } from '@pm/config';
import { MasterKeyMissing } from '@pm/eventing';
import { DataLocked } from '@pm/eventing/sqlite';
import { backupCommand } from '../../apps/cli/src/backup/backup.js';
import { restoreCommand } from '../../apps/cli/src/backup/restore.js';
import { keysCommand } from '../../apps/cli/src/keys/keys.js';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { made } from '../support/made.js';
import { masterKey } from '../support/master-key.js';
import { printed } from '../support/printed.js';
import { type Server, startServer } from '../support/server.js';

describe('People’s keys under a master key, on SQLite', () => {
  let directory: ReturnType<typeof temporaryDirectory>;
  let server: Server | undefined;
  /** What the server's log says. */
  let told: string[];
  const path = (name: string) => `${directory.path}/${name}`;
  /** The settings of a data directory whose keys are under a master key, while another one is replaced. */
  const env = (master?: string, old?: string, data = 'data') => ({
    THROUGHLINE_DATA: path(data),
    ...(master && { THROUGHLINE_MASTER_KEY_FILE: path(master) }),
    ...(old && { THROUGHLINE_MASTER_KEY_OLD_FILE: path(old) }),
  });
  const start = async (settings = env()) => {
    const place = { stores: await openStores(addressesIn(readConfig(settings))), remove: async () => {} };
    told = [];
    const line = (...words: unknown[]) => void told.push(words.join(' '));
    server = await startServer({ place, logger: { log: line, warn: line, error: line } });
  };
  const stop = async () => {
    await server?.stop();
    server = undefined;
  };
  beforeEach(() => {
    directory = temporaryDirectory();
    for (const [number, name] of ['first', 'second'].entries())
      writeFileSync(path(name), `${masterKey(number).export().toString('base64')}\n`);
  });
  afterEach(async () => {
    await stop();
    directory.remove();
  });

  async function join(number: string): Promise<Buffer> {
    const admin = server!.as('people-admin');
    const unit = await admin.get('/units/number:city');
    const unitId =
      unit.body.unitId ?? (await made(admin.post('/units', { number: 'city', name: 'City', kind: 'city' })));
    const name = `${number} Example`;
    const id = await made(admin.post('/people', { number, name, unitId, from: '2026-01-01' }));
    return (await server!.stores.keys.existingKey(id))!;
  }
  const nameOf = async (number: string) =>
    (await server!.as('people-admin').get(`/people/number:${number}`)).body.name;
  const filesHold = (bytes: Buffer, data = 'data') =>
    readdirSync(path(data)).filter((name) => readFileSync(`${path(data)}/${name}`).includes(bytes));

  it('are in no file of the data directory, neither new ones nor those that lay there in clear', async () => {
    await start();
    const ada = await join('ada');
    await stop();
    expect(filesHold(ada)).toContain('keys.db');
    await start(env('first'));
    const grace = await join('grace');
    expect([await nameOf('ada'), await nameOf('grace')]).toEqual(['ada Example', 'grace Example']);
    expect([filesHold(ada), filesHold(grace)]).toEqual([[], []]);
    await stop();
    expect([filesHold(ada), filesHold(grace)]).toEqual([[], []]);
  });

  it('are of no use under another master key, or none: the server says so, and changes nothing', async () => {
    await start(env('first'));
    await join('ada');
    await stop();
    for (const settings of [env('second'), env()]) {
      await start(settings);
      const { status, body } = await server!.send('GET', '/ready');
      expect([status, body.failing]).toEqual([503, ['keys']]);
      expect(told.join()).toMatch(/keys: .* name it in THROUGHLINE_MASTER_KEY_FILE/);
      const unread = await server!.as('people-admin').get('/people/number:ada');
      expect([unread.status, unread.body.title]).toEqual([503, 'store-unavailable']);
      await stop();
    }
    await start(env('first'));
    expect(await nameOf('ada')).toBe('ada Example');
  });

  it('go under another one while the server is stopped, and are read with that alone', async () => {
    await start(env('first'));
    await join('ada');
    await join('grace');
    const rotate = () => printed(keysCommand, env('first'), 'rotate', '--to-file', path('second'));
    await expect(rotate()).rejects.toThrow(DataLocked);
    await stop();
    // The people, their unit's stream, and whoever acted.
    expect(await rotate()).toMatch(/^ok: [1-9] keys wrapped, .*\nSet THROUGHLINE_MASTER_KEY_FILE=/);
    expect(await rotate()).toMatch(/^ok: 0 keys wrapped/);
    const old = await openReadOnly(addressesIn(readConfig(env('first'))));
    await expect(old.keys.holders()[Symbol.asyncIterator]().next()).rejects.toThrow(MasterKeyMissing);
    await old.close();
    await start(env('second'));
    expect([await nameOf('ada'), await nameOf('grace')]).toEqual(['ada Example', 'grace Example']);
  });

  it('are in a backup as they are, and restored for whoever has the master key', async () => {
    await start(env('first'));
    const key = await join('ada');
    await printed(backupCommand, env('first'), path('copy'), '--keys', path('copied-keys'));
    expect(filesHold(key, 'copied-keys')).toEqual([]);
    await stop();
    const restore = (settings: Record<string, string>) =>
      printed(restoreCommand, settings, path('copy'), '--keys', path('copied-keys'));
    await expect(restore(env('second', undefined, 'there'))).rejects.toThrow(MasterKeyMissing);
    expect(await restore(env('first', undefined, 'there'))).toMatch(/^ok: /);
    await start(env('first', undefined, 'there'));
    expect(await nameOf('ada')).toBe('ada Example');
  });

  it('are copied from a store in clear to one under it, and never back by mistake', async () => {
    await start();
    const key = await join('ada');
    await stop();
    const [from, to] = [`sqlite:${path('data')}`, `sqlite:${path('there')}`];
    await printed(keysCommand, env('first'), 'copy', '--from', from, '--to', to);
    expect([filesHold(key), filesHold(key, 'there')]).toEqual([['keys.db'], []]);
    const inClear = printed(keysCommand, env(), 'copy', '--from', to, '--to', `sqlite:${path('elsewhere')}`);
    await expect(inClear).rejects.toThrow(MasterKeyMissing);
  });

  it('need a master key of 32 bytes that lies outside the data directory', async () => {
    writeFileSync(path('short'), 'c2hvcnQ=');
    const problem = (settings: Record<string, string>) => () => addressesIn(readConfig(settings));
    expect(problem(env('short'))).toThrow(
      /THROUGHLINE_MASTER_KEY_FILE: .*short must hold 32 bytes as base64/,
    );
    expect(problem(env('first', 'absent'))).toThrow(/THROUGHLINE_MASTER_KEY_OLD_FILE: ENOENT/);
    expect(problem(env('first', undefined, '.'))).toThrow(/first is in the data directory/);
  });
});
