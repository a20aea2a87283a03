import { randomBytes } from 'node:crypto';
import { checkKey, KEY_BYTES, KeyConflict, type KeyHolder, Keys } from './keys.js';
import { isClear, masterIdIn, type MasterKeys, Wrapping } from './wrapping.js';

/** What a store holds of a person. */
export interface KeyRow {
  readonly person: string;
  /** As {@link Wrapping} made it; undefined where the person was erased: they never get another. */
  readonly stored: Buffer | undefined;
}

export interface KeyChange {
  readonly person: string;
  readonly from: Buffer;
  readonly to: Buffer;
}

export interface StoredKeysOptions {
  /** Keys lie in clear where absent. */
  readonly masterKeys?: MasterKeys;
  /** Writes nothing, not even what ought to be wrapped. */
  readonly readonly?: boolean;
}

/**
 * Keys that outlive the process, wrapped under a master key where there is one. Before the first of them is read or made,
 * what lies there in clear is wrapped; where any of them is under a master key that is not here, nothing is done but what
 * {@link destroy} does. None is remembered: a key that one process destroyed is gone for all of them at their next call.
 */
export abstract class StoredKeys extends Keys {
  private readonly wrapping: Wrapping;
  private readonly readonly: boolean;
  private settling: Promise<unknown> | undefined;

  protected constructor({ masterKeys, readonly = false }: StoredKeysOptions) {
    super();
    this.wrapping = new Wrapping(masterKeys);
    this.readonly = readonly;
  }

  /** In any order; {@link KEY_ROWS_AT_ONCE} people at most. */
  protected abstract find(people: readonly string[]): Promise<readonly KeyRow[]>;
  /** Durable before it resolves. @returns the new row, or the one that was there */
  protected abstract insert(person: string, stored: Buffer): Promise<KeyRow>;
  /** Durable before it resolves; leaves alone where something else is stored by now. */
  protected abstract replace(changes: readonly KeyChange[]): Promise<void>;
  /** The next people by id, {@link KEY_ROWS_AT_ONCE} of them at most; none after the last. */
  protected abstract pageAfter(person: string): Promise<readonly KeyRow[]>;
  /** Leaves nothing of what was replaced where it was stored, as far as the store is ours. @throws StoreUnavailable */
  protected abstract purge(): Promise<void>;

  async keyFor(person: string): Promise<Buffer | undefined> {
    await this.settled();
    const [row] = await this.find([person]);
    return this.keyIn(row ?? (await this.insert(person, this.wrapping.wrap(person, randomBytes(KEY_BYTES)))));
  }

  async existingKeys(people: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    await this.settled();
    const keys = new Map<string, Buffer>();
    for (let from = 0; from < people.length; from += KEY_ROWS_AT_ONCE)
      for (const row of await this.find(people.slice(from, from + KEY_ROWS_AT_ONCE))) {
        const key = this.keyIn(row);
        if (key) keys.set(row.person, key);
      }
    return keys;
  }

  async *holders(): AsyncGenerator<KeyHolder> {
    for await (const row of this.rows()) yield { person: row.person, key: this.keyIn(row) };
  }

  async adopt(person: string, key: Buffer): Promise<void> {
    checkKey(key);
    await this.settled();
    const held = this.keyIn(await this.insert(person, this.wrapping.wrap(person, key)));
    if (held && !held.equals(key)) throw new KeyConflict(person);
  }

  /**
   * Wraps every key under the current master key. Whoever was cut off calls it again: what is done is passed over.
   *
   * @param onProgress told now and then how many were wrapped so far
   * @returns how many were
   * @throws MasterKeyMissing before anything is written, where any key is under another master key than those here
   */
  async rewrap(onProgress: (keys: number) => void = () => {}): Promise<number> {
    return this.wrapThose((stored) => this.wrapping.isOutdated(stored), onProgress);
  }

  /** By their ids, the master keys that keys are wrapped under, whether they are here or not; none where all lie in clear. */
  async masterKeyIds(): Promise<readonly string[]> {
    const ids = new Set<string>();
    for await (const { stored } of this.rows()) if (stored && !isClear(stored)) ids.add(masterIdIn(stored));
    return [...ids].sort();
  }

  private async settled(): Promise<void> {
    if (this.readonly) return;
    const settling = (this.settling ??= this.wrapThose((stored) => this.wrapping.isBare(stored)));
    try {
      await settling;
    } catch (error) {
      if (this.settling === settling) this.settling = undefined;
      throw error;
    }
  }

  private async wrapThose(
    isDue: (stored: Buffer) => boolean,
    onProgress: (keys: number) => void = () => {},
  ): Promise<number> {
    for await (const { stored } of this.rows()) if (stored) this.wrapping.expectKnown(stored);
    let wrapped = 0;
    if (!this.wrapping.isOn) return wrapped;
    for await (const page of this.pages()) {
      const due = page.filter((row): row is StoredRow => row.stored !== undefined && isDue(row.stored));
      if (due.length === 0) continue;
      await this.replace(due.map((row) => this.wrappedAnew(row)));
      onProgress((wrapped += due.length));
    }
    // Also where nothing was left to wrap: whoever wrapped it may have been cut off before this.
    await this.purge();
    return wrapped;
  }

  private wrappedAnew({ person, stored }: StoredRow): KeyChange {
    const to = this.wrapping.wrap(person, this.wrapping.unwrap(person, stored));
    return { person, from: stored, to };
  }

  private async *rows(): AsyncGenerator<KeyRow> {
    for await (const page of this.pages()) yield* page;
  }

  /** Others can write between them. */
  private async *pages(): AsyncGenerator<readonly KeyRow[]> {
    for (let page = await this.pageAfter(''); page.length > 0;) {
      yield page;
      page = await this.pageAfter(page.at(-1)!.person);
    }
  }

  private keyIn({ person, stored }: KeyRow): Buffer | undefined {
    return stored && this.wrapping.unwrap(person, stored);
  }
}

type StoredRow = KeyRow & { readonly stored: Buffer };

/** How many people a store looks at, or changes, at once. */
export const KEY_ROWS_AT_ONCE = 1000;
