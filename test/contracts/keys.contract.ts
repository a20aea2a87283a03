import { randomBytes } from 'node:crypto';
import { KeyConflict, type KeyHolder, type Keys } from '@pm/eventing';

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

    it('are told of many people at once: of those who have one', async () => {
      const people = Array.from({ length: 1001 }, (_, index) => `person ${index}`);
      const [ada, grace] = [await keys.keyFor('ada'), await keys.keyFor('grace')];
      await keys.destroy('grace');
      expect(grace).toHaveLength(32);
      expect(await keys.existingKeys([...people, 'grace', 'ada', 'ada'])).toEqual(new Map([['ada', ada]]));
      expect(await keys.existingKeys([])).toEqual(new Map());
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

    describe('when told', () => {
      const holders = async () => {
        const all: KeyHolder[] = [];
        for await (const holder of keys.holders()) all.push(holder);
        return all;
      };

      it('are nobody’s at first', async () => {
        expect(await holders()).toEqual([]);
      });

      it('name everyone, the erased as such', async () => {
        const key = await keys.keyFor('ada');
        await keys.keyFor('grace');
        await keys.destroy('grace');
        expect(new Map((await holders()).map((holder) => [holder.person, holder.key]))).toEqual(
          new Map([
            ['ada', key],
            ['grace', undefined],
          ]),
        );
      });

      it('name each of many once, while others change them', async () => {
        const people = Array.from({ length: 1010 }, (_, number) => `person ${number}`);
        for (let start = 0; start < people.length; start += 100)
          await Promise.all(people.slice(start, start + 100).map((person) => keys.keyFor(person)));
        const named: string[] = [];
        for await (const { person } of keys.holders()) {
          if (named.length % 500 === 0) await keys.destroy(person);
          named.push(person);
        }
        expect(named.sort()).toEqual(people.sort());
      });
    });

    describe('that another store made', () => {
      const key = randomBytes(32);

      it('are taken over, and stay', async () => {
        await keys.adopt('ada', key);
        expect(await keys.existingKey('ada')).toEqual(key);
        expect(await keys.keyFor('ada')).toEqual(key);
      });

      it('can be taken over twice', async () => {
        await keys.adopt('ada', key);
        await keys.adopt('ada', key);
        expect(await keys.keyFor('ada')).toEqual(key);
      });

      it('are refused where the person has another, which stays', async () => {
        const own = await keys.keyFor('ada');
        const refused = keys.adopt('ada', key);
        await expect(refused).rejects.toThrow(KeyConflict);
        await expect(refused).rejects.toMatchObject({ person: 'ada' });
        expect(await keys.keyFor('ada')).toEqual(own);
      });

      it('do not come to whom was erased', async () => {
        await keys.destroy('ada');
        await keys.adopt('ada', key);
        expect(await keys.keyFor('ada')).toBe(undefined);
      });

      it('meet one made at the same moment: one of the two stays', async () => {
        const [made, adopted] = await Promise.allSettled([keys.keyFor('ada'), keys.adopt('ada', key)]);
        const stays = await keys.existingKey('ada');
        expect(made).toEqual({ status: 'fulfilled', value: stays });
        expect(adopted.status).toBe(stays!.equals(key) ? 'fulfilled' : 'rejected');
      });

      it.each([0, 16, 33])('are refused where they have %i bytes', async (bytes) => {
        await expect(keys.adopt('ada', randomBytes(bytes))).rejects.toThrow(TypeError);
        expect(await keys.existingKey('ada')).toBe(undefined);
      });
    });
  });
}
