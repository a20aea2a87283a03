import { copyKeys } from './copy-keys.js';
import { KeyConflict, type Keys } from './keys.js';
import { MemoryKeys } from './memory/index.js';

let source: MemoryKeys;
let target: MemoryKeys;
beforeEach(async () => {
  source = new MemoryKeys();
  target = new MemoryKeys();
  await source.keyFor('ada');
  await source.keyFor('grace');
  await source.destroy('alan');
});

async function held(keys: Keys): Promise<Map<string, Buffer | undefined>> {
  const all = new Map<string, Buffer | undefined>();
  for await (const { person, key } of keys.holders()) all.set(person, key);
  return all;
}

describe('Copied keys', () => {
  it('are those of everyone, and of the erased none', async () => {
    expect(await copyKeys(source, target)).toEqual({ keys: 2, erased: 1 });
    expect(await held(target)).toEqual(await held(source));
    expect(await target.keyFor('alan')).toBe(undefined);
  });

  it('are the same when copied again, with what is new', async () => {
    await copyKeys(source, target);
    const key = await source.keyFor('edsger');
    expect(await copyKeys(source, target)).toEqual({ keys: 3, erased: 1 });
    expect(await target.existingKey('edsger')).toEqual(key);
  });

  it('are destroyed where their person was erased since', async () => {
    await copyKeys(source, target);
    await source.destroy('ada');
    await copyKeys(source, target);
    expect(await target.keyFor('ada')).toBe(undefined);
  });

  it('do not come back to whom the target erased', async () => {
    await copyKeys(source, target);
    await target.destroy('ada');
    await copyKeys(source, target);
    expect(await target.keyFor('ada')).toBe(undefined);
  });

  it('are refused, all of them, where somebody has another key', async () => {
    const key = await target.keyFor('grace');
    await source.destroy('edsger');
    await target.keyFor('edsger');
    const before = await held(target);
    await expect(copyKeys(source, target)).rejects.toThrow(KeyConflict);
    expect(await held(target)).toEqual(before);
    expect(await target.existingKey('grace')).toEqual(key);
  });
});
