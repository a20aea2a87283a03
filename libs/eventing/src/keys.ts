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

  /** The person's key where there is one; never makes one. */
  abstract existingKey(person: string): Promise<Buffer | undefined>;

  /** Forgets the key for ever. The person never gets another. */
  abstract destroy(person: string): Promise<void>;

  abstract close(): Promise<void>;
}
