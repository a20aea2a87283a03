import { createCipheriv, createDecipheriv, createHash, type KeyObject, randomBytes } from 'node:crypto';
import { StoreUnavailable } from './event-store.js';
import { KEY_BYTES } from './keys.js';

/** What people's keys are wrapped under: 32 bytes each, kept where no copy of the keys goes. */
export interface MasterKeys {
  /** Wraps what is new. Without one, keys lie in clear. */
  readonly current?: KeyObject;
  /** Unwrap, too: the one before, while it is replaced. */
  readonly others?: readonly KeyObject[];
}

/** Keys are wrapped under a master key that this process does not have. Nothing was written. */
export class MasterKeyMissing extends StoreUnavailable {
  /** @param id as {@link masterKeyId} makes it */
  constructor(readonly id: string) {
    super(
      `people's keys are wrapped under the master key ${id}, which is not here: name it in ` +
        'THROUGHLINE_MASTER_KEY_FILE, or in THROUGHLINE_MASTER_KEY_OLD_FILE while it is replaced',
    );
    this.name = 'MasterKeyMissing';
  }
}

const CIPHER = 'aes-256-gcm';
const ID_BYTES = 8;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The beginning of SHA-256 over a master key, as hex: names it without telling it. */
export function masterKeyId(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export())
    .digest('hex')
    .slice(0, 2 * ID_BYTES);
}

/** Whether a key lies in a store as it is. */
export const isClear = (stored: Buffer): boolean => stored.length === KEY_BYTES;

/** Which master key it is wrapped under. */
export const masterIdIn = (stored: Buffer): string => stored.subarray(0, ID_BYTES).toString('hex');

/**
 * How the key of a person lies in a store: in clear, 32 bytes, or wrapped, as the id of the master key, an
 * initialisation vector, the key sealed by AES-256-GCM, and its tag. The tag covers the person, too, so that nobody can
 * be given the key of somebody else.
 */
export class Wrapping {
  private readonly masters: ReadonlyMap<string, KeyObject>;
  private readonly current: { readonly id: string; readonly key: KeyObject } | undefined;

  constructor({ current, others = [] }: MasterKeys = {}) {
    this.current = current && { id: masterKeyId(current), key: current };
    this.masters = new Map([...(current ? [current] : []), ...others].map((key) => [masterKeyId(key), key]));
  }

  /** Under the current master key; the key as it is where there is none. */
  wrap(person: string, key: Buffer): Buffer {
    if (!this.current) return key;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.current.key, iv).setAAD(Buffer.from(person));
    const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
    return Buffer.concat([Buffer.from(this.current.id, 'hex'), iv, sealed, cipher.getAuthTag()]);
  }

  /** @throws MasterKeyMissing, StoreUnavailable where it was changed since it was wrapped, or is somebody else's */
  unwrap(person: string, stored: Buffer): Buffer {
    if (isClear(stored)) return stored;
    const master = this.masterOf(stored);
    const iv = stored.subarray(ID_BYTES, ID_BYTES + IV_BYTES);
    const decipher = createDecipheriv(CIPHER, master, iv, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(person))
      .setAuthTag(stored.subarray(-TAG_BYTES));
    try {
      const key = decipher.update(stored.subarray(ID_BYTES + IV_BYTES, -TAG_BYTES));
      return Buffer.concat([key, decipher.final()]);
    } catch (cause) {
      throw new StoreUnavailable(`the key of ${person} was changed since it was wrapped`, { cause });
    }
  }

  /** @throws MasterKeyMissing */
  expectKnown(stored: Buffer): void {
    if (!isClear(stored)) this.masterOf(stored);
  }

  /** Whether there is a master key to wrap under. */
  get isOn(): boolean {
    return this.current !== undefined;
  }

  /** Whether it lies there in clear although there is a master key. */
  isBare(stored: Buffer): boolean {
    return this.isOn && isClear(stored);
  }

  /** Whether it is not as {@link wrap} would do it now. */
  isOutdated(stored: Buffer): boolean {
    return this.isBare(stored) || (this.isOn && masterIdIn(stored) !== this.current?.id);
  }

  private masterOf(stored: Buffer): KeyObject {
    const id = masterIdIn(stored);
    const master = this.masters.get(id);
    if (!master) throw new MasterKeyMissing(id);
    return master;
  }
}
