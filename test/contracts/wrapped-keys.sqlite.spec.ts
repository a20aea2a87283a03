import { readdirSync, readFileSync } from 'node:fs';
import { openDatabase, SqliteKeys } from '@pm/eventing/sqlite';
import { masterKey } from '../support/master-key.js';
import { temporaryDirectory } from './temporary-directory.js';
import { wrappedKeysContract } from './wrapped-keys.contract.js';

wrappedKeysContract('SQLite', () => {
  const { path, remove } = temporaryDirectory();
  return { open: (options) => SqliteKeys.open(`${path}/keys.db`, options), remove };
});

describe('A file of keys under a master key', () => {
  let directory: ReturnType<typeof temporaryDirectory>;
  let file: string;
  beforeEach(() => {
    directory = temporaryDirectory();
    file = `${directory.path}/keys.db`;
  });
  afterEach(() => directory.remove());

  const wrapped = { masterKeys: { current: masterKey(1) } };
  const anyFileHolds = (bytes: Buffer) =>
    readdirSync(directory.path).some((name) => readFileSync(`${directory.path}/${name}`).includes(bytes));

  it('holds no byte of a key, nor of the master key', async () => {
    const keys = SqliteKeys.open(file, wrapped);
    const key = (await keys.keyFor('ada'))!;
    expect([anyFileHolds(Buffer.from('ada')), anyFileHolds(key)]).toEqual([true, false]);
    expect(anyFileHolds(wrapped.masterKeys.current.export())).toBe(false);
    await keys.close();
    expect(anyFileHolds(key)).toBe(false);
  });

  it('holds none of those any more that lay there in clear, as soon as one is asked for', async () => {
    const inClear = SqliteKeys.open(file);
    const people = Array.from({ length: 200 }, (_, number) => `person ${number}`);
    const made: Buffer[] = [];
    for (const person of people) made.push((await inClear.keyFor(person))!);
    await inClear.close();
    expect(made.filter(anyFileHolds)).toHaveLength(200);
    const keys = SqliteKeys.open(file, wrapped);
    await keys.existingKey('nobody');
    expect(made.filter(anyFileHolds)).toEqual([]);
    await keys.close();
  });

  it('is cleared of them by the next one where whoever wrapped them was killed before that', async () => {
    const inClear = SqliteKeys.open(file);
    const key = (await inClear.keyFor('ada'))!;
    const reader = openDatabase({ file, readonly: true, schema: [''], synchronous: 'FULL', pageSize: 4096 });
    reader.exec('BEGIN; SELECT * FROM keys');
    const cutOff = SqliteKeys.open(file, wrapped);
    await expect(cutOff.existingKey('ada')).rejects.toThrow('still in a file that somebody reads');
    reader.close();
    expect(anyFileHolds(key)).toBe(true);
    const keys = SqliteKeys.open(file, wrapped);
    expect(await keys.existingKey('ada')).toEqual(key);
    expect(anyFileHolds(key)).toBe(false);
    for (const each of [inClear, cutOff, keys]) await each.close();
  }, 30_000);

  it.each(['ada', 'edsger', 'grace'])(
    'stays as it was where %s cannot be written, and is wrapped later',
    async (person) => {
      const inClear = SqliteKeys.open(file);
      const held: (Buffer | undefined)[] = [];
      for (const each of ['ada', 'edsger', 'grace']) held.push(await inClear.keyFor(each));
      await inClear.close();
      const disk = openDatabase({ file, schema: [''], synchronous: 'FULL', pageSize: 4096 });
      disk.exec(`CREATE TRIGGER torn BEFORE UPDATE ON keys WHEN old.person = '${person}'
      BEGIN SELECT RAISE(ABORT, 'torn'); END`);
      const keys = SqliteKeys.open(file, wrapped);
      await expect(keys.existingKey('ada')).rejects.toThrow('torn');
      expect(held.map((key) => anyFileHolds(key!))).toEqual([true, true, true]);
      disk.exec('DROP TRIGGER torn');
      for (const [index, each] of ['ada', 'edsger', 'grace'].entries())
        expect(await keys.existingKey(each)).toEqual(held[index]);
      expect(held.map((key) => anyFileHolds(key!))).toEqual([false, false, false]);
      disk.close();
      await keys.close();
    },
  );

  it('does not give somebody the key of somebody else, nor one that was changed', async () => {
    const keys = SqliteKeys.open(file, wrapped);
    for (const person of ['ada', 'grace']) await keys.keyFor(person);
    const forger = openDatabase({ file, schema: [''], synchronous: 'FULL', pageSize: 4096 });
    forger.exec("UPDATE keys SET key = (SELECT key FROM keys WHERE person = 'grace') WHERE person = 'ada'");
    await expect(keys.existingKey('ada')).rejects.toThrow('the key of ada was changed');
    expect(await keys.existingKey('grace')).toHaveLength(32);
    forger.close();
    await keys.close();
  });
});
