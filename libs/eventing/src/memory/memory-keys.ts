import { randomBytes } from 'node:crypto';
import { checkKey, KeyConflict, type KeyHolder, Keys } from '../keys.js';

/** Keys in memory, gone with the process: for tests and dry runs. */
export class MemoryKeys extends Keys {
  private readonly keys = new Map<string, Buffer | undefined>();

  async keyFor(person: string): Promise<Buffer | undefined> {
    if (!this.keys.has(person)) this.keys.set(person, randomBytes(32));
    return this.keys.get(person);
  }

  async existingKeys(people: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const held = people.map((person) => [person, this.keys.get(person)] as const);
    return new Map(held.filter((each): each is readonly [string, Buffer] => each[1] !== undefined));
  }

  async destroy(person: string): Promise<void> {
    this.keys.set(person, undefined);
  }

  async *holders(): AsyncGenerator<KeyHolder> {
    for (const [person, key] of this.keys) yield { person, key };
  }

  async adopt(person: string, key: Buffer): Promise<void> {
    checkKey(key);
    if (!this.keys.has(person)) this.keys.set(person, Buffer.from(key));
    const held = this.keys.get(person);
    if (held && !held.equals(key)) throw new KeyConflict(person);
  }

  async close(): Promise<void> {}
}
