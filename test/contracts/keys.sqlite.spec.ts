import { readdirSync, readFileSync } from 'node:fs';
import { StoreUnavailable } from '@pm/eventing';
import { openDatabase, SqliteKeys } from '@pm/eventing/sqlite';
import { masterKey } from '../support/master-key.js';
import { keysContract } from './keys.contract.js';
import { temporaryDirectory } from './temporary-directory.js';

for (const [name, masterKeys] of [
  ['SQLite', undefined],
  ['Wrapped SQLite', { current: masterKey(1) }],
] as const)
  keysContract(name, async () => {
    const { path, remove } = temporaryDirectory();
    const keys = SqliteKeys.open(`${path}/keys.db`, { masterKeys });
    return {
      keys,
      close: async () => {
        await keys.close();
        remove();
      },
    };
  });

describe('A file of keys', () => {
  let directory: ReturnType<typeof temporaryDirectory>;
  let file: string;
  beforeEach(() => {
    directory = temporaryDirectory();
    file = `${directory.path}/keys.db`;
  });
  afterEach(() => directory.remove());

  const anyFileHolds = (bytes: Buffer) =>
    readdirSync(directory.path).some((name) => readFileSync(`${directory.path}/${name}`).includes(bytes));

  it('gives the same keys when opened again, and none to the erased', async () => {
    const keys = SqliteKeys.open(file);
    const key = await keys.keyFor('ada');
    await keys.keyFor('grace');
    await keys.destroy('grace');
    await keys.close();
    const again = SqliteKeys.open(file);
    expect(await again.keyFor('ada')).toEqual(key);
    expect(await again.keyFor('grace')).toBe(undefined);
    await again.close();
  });

  it('holds no byte of a destroyed key', async () => {
    const keys = SqliteKeys.open(file);
    const key = (await keys.keyFor('ada'))!;
    expect(anyFileHolds(key)).toBe(true);
    await keys.destroy('ada');
    expect(anyFileHolds(key)).toBe(false);
    await keys.close();
    expect(anyFileHolds(key)).toBe(false);
  });

  it('is said to hold a destroyed key while a reader keeps it from going, and holds none once it is destroyed again', async () => {
    const keys = SqliteKeys.open(file);
    const key = (await keys.keyFor('ada'))!;
    const reader = openDatabase({ file, readonly: true, schema: [''], synchronous: 'FULL', pageSize: 4096 });
    reader.exec('BEGIN; SELECT * FROM keys');
    await expect(keys.destroy('ada')).rejects.toThrow(StoreUnavailable);
    expect(await keys.existingKey('ada')).toBe(undefined);
    reader.close();
    expect(anyFileHolds(key)).toBe(true);
    await keys.destroy('ada');
    expect(anyFileHolds(key)).toBe(false);
    await keys.close();
  }, 30_000);

  it('shows a reader beside its writer the keys there are, at once', async () => {
    const writer = SqliteKeys.open(file);
    const reader = SqliteKeys.open(file, { readonly: true });
    const key = await writer.keyFor('ada');
    expect(await reader.existingKey('ada')).toEqual(key);
    await writer.destroy('ada');
    expect(await reader.existingKey('ada')).toBe(undefined);
    await reader.close();
    await writer.close();
  });

  it('is not made by a reader', () => {
    expect(() => SqliteKeys.open(file, { readonly: true })).toThrow(StoreUnavailable);
    expect(readdirSync(directory.path)).toEqual([]);
  });
});
