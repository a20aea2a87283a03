import {
  type Keys,
  MasterKeyMissing,
  masterKeyId,
  type StoredKeys,
  type StoredKeysOptions,
} from '@pm/eventing';
import { masterKey } from '../support/master-key.js';

/** A place for keys, and how it is opened any number of times. */
export interface KeyPlace {
  open(options?: StoredKeysOptions): StoredKeys;
  remove(): void | Promise<void>;
}

const [first, second] = [masterKey(1), masterKey(2)];
const PEOPLE = ['ada', 'alan', 'edsger', 'grace'];

/** What every store promises of keys under a master key; each adapter runs it. */
export function wrappedKeysContract(name: string, placeOf: () => KeyPlace): void {
  describe(`${name} keys under a master key`, () => {
    let place: KeyPlace;
    let opened: Keys[];
    beforeEach(() => {
      place = placeOf();
      opened = [];
    });
    afterEach(async () => {
      for (const keys of opened) await keys.close();
      await place.remove();
    });

    const open = (options?: StoredKeysOptions): StoredKeys => {
      const keys = place.open(options);
      opened.push(keys);
      return keys;
    };
    /** What whoever reads finds. */
    async function held(options: StoredKeysOptions): Promise<Map<string, Buffer | undefined>> {
      const all = new Map<string, Buffer | undefined>();
      for await (const { person, key } of open({ readonly: true, ...options }).holders())
        all.set(person, key);
      return all;
    }
    async function made(options: StoredKeysOptions): Promise<Map<string, Buffer | undefined>> {
      const keys = open(options);
      for (const person of PEOPLE) await keys.keyFor(person);
      await keys.destroy('alan');
      return held(options);
    }
    const under = (current: typeof first, ...others: (typeof first)[]) => ({
      masterKeys: { current, others },
    });

    it('are the same for whoever has it', async () => {
      const before = await made(under(first));
      expect(await open(under(first)).keyFor('ada')).toEqual(before.get('ada'));
      expect(await held(under(second, first))).toEqual(before);
    });

    it('are neither read, made nor taken over by whoever has another, or none', async () => {
      const before = await made(under(first));
      for (const options of [under(second), {}]) {
        const keys = open(options);
        const missing = { name: 'MasterKeyMissing', id: masterKeyId(first) };
        await expect(keys.existingKey('nobody')).rejects.toMatchObject(missing);
        await expect(keys.keyFor('newcomer')).rejects.toThrow('THROUGHLINE_MASTER_KEY_FILE');
        await expect(keys.adopt('newcomer', Buffer.alloc(32))).rejects.toThrow(MasterKeyMissing);
        await expect(keys.rewrap()).rejects.toThrow(MasterKeyMissing);
        await expect(open({ ...options, readonly: true }).existingKey('ada')).rejects.toThrow(
          MasterKeyMissing,
        );
      }
      expect(await held(under(first))).toEqual(before);
    });

    it('are destroyed by whoever has none all the same', async () => {
      await made(under(first));
      await open().destroy('ada');
      expect(await open(under(first)).keyFor('ada')).toBe(undefined);
    });

    it('that lay in clear are wrapped before the first is read, and not by a reader', async () => {
      const before = await made({});
      expect(await held(under(first))).toEqual(before);
      expect(await open().existingKey('ada')).toEqual(before.get('ada'));
      expect(await open(under(first)).existingKey('ada')).toEqual(before.get('ada'));
      await expect(held({})).rejects.toThrow(MasterKeyMissing);
      expect(await held(under(first))).toEqual(before);
    });

    it('stay under the one before until they are wrapped anew, and then under the new one alone', async () => {
      const before = await made(under(first));
      await open(under(second, first)).keyFor('barbara');
      expect(await open(under(second, first)).rewrap()).toBe(3);
      expect(await open(under(second, first)).rewrap()).toBe(0);
      await expect(held(under(first))).rejects.toThrow(MasterKeyMissing);
      const after = await held(under(second));
      after.delete('barbara');
      expect(after).toEqual(before);
    });

    it('can all be read where whoever wraps them is stopped in between, and are wrapped to the end', async () => {
      const keys = open(under(first));
      for (let number = 0; number < 1010; number++) await keys.keyFor(`person ${number}`);
      const before = await held(under(first));
      const stopped = open(under(second, first)).rewrap((wrapped) => {
        throw new Error(`stopped after ${wrapped}`);
      });
      await expect(stopped).rejects.toThrow('stopped after 1000');
      expect(await held(under(first, second))).toEqual(before);
      expect(await open(under(second, first)).rewrap()).toBe(10);
      expect(await held(under(second))).toEqual(before);
    });

    it('stay destroyed where they are wrapped anew meanwhile, by two at once', async () => {
      await made(under(first));
      const erasing = open(under(second, first));
      const rewraps = [1, 2].map(() => open(under(second, first)).rewrap());
      await Promise.all([...rewraps, erasing.destroy('grace')]);
      expect(await open(under(second)).existingKey('grace')).toBe(undefined);
      expect(await open(under(second)).existingKey('ada')).toHaveLength(32);
    });
  });
}
