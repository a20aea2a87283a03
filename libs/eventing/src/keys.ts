/** Someone of whom a store of keys knows. */
export interface KeyHolder {
  readonly person: string;
  /** Undefined where the person was erased. */
  readonly key: Buffer | undefined;
}

/**
 * One key for each person, kept outside the log and its backups. Destroying a key makes everything sealed under it
 * unreadable for ever, wherever a copy of it lies.
 */
export abstract class Keys {
  /**
   * The person's key, made at first use and durable before this resolves.
   *
   * @returns 32 bytes; undefined once it was destroyed
   */
  abstract keyFor(person: string): Promise<Buffer | undefined>;

  /** The keys of those of some people who have one; never makes one. */
  abstract existingKeys(people: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;

  /** The person's key where there is one; never makes one. */
  async existingKey(person: string): Promise<Buffer | undefined> {
    return (await this.existingKeys([person])).get(person);
  }

  /** Forgets the key for ever. The person never gets another. */
  abstract destroy(person: string): Promise<void>;

  /** Everyone who has a key or was erased, each once, read a few at a time; who comes meanwhile may be left out. */
  abstract holders(): AsyncIterable<KeyHolder>;

  /**
   * Takes over a key that another store made, durable before this resolves. Who was erased here stays erased.
   *
   * @throws KeyConflict where the person has another key here: it stays
   */
  abstract adopt(person: string, key: Buffer): Promise<void>;

  abstract close(): Promise<void>;
}

/** The person has another key already. Nothing was changed. */
export class KeyConflict extends Error {
  constructor(readonly person: string) {
    super(`${person} has another key already`);
    this.name = 'KeyConflict';
  }
}

export const KEY_BYTES = 32;

/** What every store checks before it takes over a key. The key itself is in no message. */
export function checkKey(key: Buffer): void {
  if (key.length !== KEY_BYTES) throw new TypeError(`a key has ${KEY_BYTES} bytes`);
}
