import type { Keys } from '@pm/eventing';

/** Opens keys of its own, without any. */
export type OpenKeys = () => Promise<{ readonly keys: Keys; close(): Promise<void> }>;

/** What every store of keys promises; each adapter runs it. */
export function keysContract(name: string, open: OpenKeys): void {
  describe(`${name} keys`, () => {
    let opened: Awaited<ReturnType<OpenKeys>>;
    let keys: Keys;
    beforeEach(async () => {
      opened = await open();
      keys = opened.keys;
    });
    afterEach(() => opened.close());

    it('have 32 bytes', async () => {
      expect(await keys.keyFor('ada')).toHaveLength(32);
    });

    it('stay the same for a person', async () => {
      const key = await keys.keyFor('ada');
      expect(await keys.keyFor('ada')).toEqual(key);
      expect(await keys.existingKey('ada')).toEqual(key);
    });

    it('are the same for all who ask first at the same moment', async () => {
      const [first, ...others] = await Promise.all(Array.from({ length: 10 }, () => keys.keyFor('ada')));
      for (const other of others) expect(other).toEqual(first);
    });

    it('differ from person to person', async () => {
      expect(await keys.keyFor('ada')).not.toEqual(await keys.keyFor('grace'));
    });

    it('are not made by asking for one that may exist', async () => {
      expect(await keys.existingKey('ada')).toBe(undefined);
      expect(await keys.existingKey('ada')).toBe(undefined);
    });

    it('are gone for ever once destroyed', async () => {
      await keys.keyFor('ada');
      await keys.destroy('ada');
      expect(await keys.existingKey('ada')).toBe(undefined);
      expect(await keys.keyFor('ada')).toBe(undefined);
      expect(await keys.existingKey('ada')).toBe(undefined);
    });

    it('are never made for a person erased before having one', async () => {
      await keys.destroy('ada');
      expect(await keys.keyFor('ada')).toBe(undefined);
    });

    it('can be destroyed twice', async () => {
      await keys.keyFor('ada');
      await keys.destroy('ada');
      await keys.destroy('ada');
      expect(await keys.keyFor('ada')).toBe(undefined);
    });

    it('of others outlive the erasure of one', async () => {
      const key = await keys.keyFor('grace');
      await keys.destroy('ada');
      expect(await keys.existingKey('grace')).toEqual(key);
    });
  });
}
