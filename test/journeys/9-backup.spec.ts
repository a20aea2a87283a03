import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setImmediate as immediately } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { inDirectory, openReadOnly, openStores, type Stores } from '@pm/assembly';
import { readConfig } from '@pm/config';
import { verify } from '@pm/eventing';
import { openDatabase } from '@pm/eventing/sqlite';
import { backupCommand } from '../../apps/cli/src/backup/backup.js';
import { restoreCommand } from '../../apps/cli/src/backup/restore.js';
import { FIRST_STATE } from '../contracts/first-schemas.js';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { viewsThatDiffer } from '../support/rebuilt-views.js';
import { type Server, startServer } from '../support/server.js';

const commands = { backup: backupCommand, restore: restoreCommand };

describe('A backup of a data directory', () => {
  let directory: ReturnType<typeof temporaryDirectory>;
  let stores: Stores;
  let server: Server;
  let top: string | undefined;
  const place = (name: string) => `${directory.path}/${name}`;

  beforeEach(async () => {
    top = undefined;
    directory = temporaryDirectory();
    stores = await openStores(inDirectory(place('here')));
    server = await startServer({ place: { stores, remove: async () => {} } });
    top = (await open('top')).body.id;
  });
  afterEach(async () => {
    await server.stop();
    directory.remove();
  });

  const open = (number: string) =>
    server.as('people-admin').post('/units', { number, name: `Unit ${number}`, kind: 'team', parentId: top });

  async function run(name: keyof typeof commands, data: string, ...words: string[]): Promise<string> {
    const printed: string[] = [];
    const stdout = jest
      .spyOn(process.stdout, 'write')
      .mockImplementation((text) => Boolean(printed.push(String(text))));
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      const config = readConfig({ THROUGHLINE_DATA: place(data) });
      await commands[name](config).parseAsync(words, { from: 'user' });
    } finally {
      stdout.mockRestore();
      stderr.mockRestore();
    }
    return printed.join('');
  }
  const manifest = () => JSON.parse(readFileSync(place('copy/manifest.json'), 'utf8'));

  it('taken while the server writes restores to a log as recorded, and to views as rebuilt', async () => {
    let isTaken = false;
    const acknowledged: string[] = [];
    const writing = (async () => {
      for (let number = 0; !isTaken; number++) acknowledged.push((await open(`w${number}`)).body.position);
    })();
    while (acknowledged.length < 5) await immediately();
    const before = [...acknowledged];
    await run('backup', 'here', place('copy'));
    isTaken = true;
    await writing;
    await open('after');

    expect(await run('restore', 'there', place('copy'))).toMatch(/^ok: \d+ events in \d+ streams/);
    const restored = await openReadOnly(inDirectory(place('there')));
    const { fault, events, head } = await verify(restored.events);
    expect({ fault, events, head }).toEqual({
      fault: undefined,
      events: manifest().events,
      head: manifest().head,
    });
    expect(head! >= before.at(-1)!).toBe(true);
    expect(head! < (await stores.events.head())!).toBe(true);
    expect(await viewsThatDiffer(restored)).toEqual([]);
    await restored.close();
  });

  it('holds no key, unless a place of their own is named for them', async () => {
    const person = { number: '7', name: 'Ines Duarte', unitId: top, from: '2026-03-03' };
    expect((await server.as('people-admin').post('/people', person)).status).toBe(201);
    await run('backup', 'here', place('copy'), '--keys', place('keys'));
    expect(readdirSync(place('copy')).sort()).toEqual(['events.db', 'manifest.json', 'state.db']);
    expect(readdirSync(place('keys'))).toEqual(['keys.db']);

    await run('restore', 'there', place('copy'), '--keys', place('keys'));
    const restored = await openReadOnly(inDirectory(place('there')));
    const holders: string[] = [];
    for await (const { person: holder } of restored.keys.holders()) holders.push(holder);
    expect(holders).not.toEqual([]);
    await restored.close();
  });

  it('of an older version is brought to this one where it is restored', async () => {
    await run('backup', 'here', place('copy'));
    rmSync(place('copy/state.db'));
    const file = place('copy/state.db');
    const old = openDatabase({ file, schema: [FIRST_STATE.tables], synchronous: 'FULL', pageSize: 4096 });
    old.exec(FIRST_STATE.due);
    old.close();

    await run('restore', 'there', place('copy'));
    const restored = await openStores(inDirectory(place('there')));
    expect(await restored.agenda.find('remind:1')).toMatchObject({ state: 'waiting' });
    await restored.bookmarks.advance('webhook', (await restored.events.head())!);
    await restored.close();
  });

  it('is refused where something is already, and nothing is touched', async () => {
    await run('backup', 'here', place('copy'));
    await expect(run('backup', 'here', place('copy'))).rejects.toThrow('is not empty');
    await expect(run('restore', 'here', place('copy'))).rejects.toThrow('is not empty');
    expect((await open('still served')).status).toBe(201);
  });

  it('is not restored where it is not as it was taken', async () => {
    await run('backup', 'here', place('copy'));
    writeFileSync(place('copy/manifest.json'), JSON.stringify({ ...manifest(), order: 'f'.repeat(64) }));
    await expect(run('restore', 'there', place('copy'))).rejects.toThrow('its order is');
    await expect(run('restore', 'elsewhere', place('none'))).rejects.toThrow('no manifest.json');
    expect(existsSync(place('elsewhere'))).toBe(false);
  });
});
