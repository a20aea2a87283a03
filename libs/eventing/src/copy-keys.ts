import { KeyConflict, type Keys } from './keys.js';

/** Of how many people a key or an erasure was taken over. */
export interface KeysCopied {
  readonly keys: number;
  readonly erased: number;
}

/**
 * Makes the target hold every key of the source, and none of anyone who was erased in either of them: an erasure holds
 * for every copy of a key. Copying again changes nothing, and takes over what is new.
 *
 * @param onProgress told how many people were looked at so far
 * @throws KeyConflict where somebody has another key in the target: then nothing was written, unless that key was made
 *   meanwhile
 */
export async function copyKeys(
  source: Keys,
  target: Keys,
  onProgress: (people: number) => void = () => {},
): Promise<KeysCopied> {
  for await (const { person, key } of source.holders()) {
    const there = key && (await target.existingKey(person));
    if (there && !there.equals(key)) throw new KeyConflict(person);
  }
  let [keys, erased] = [0, 0];
  for await (const { person, key } of source.holders()) {
    if (key) {
      await target.adopt(person, key);
      keys += 1;
    } else {
      await target.destroy(person);
      erased += 1;
    }
    onProgress(keys + erased);
  }
  return { keys, erased };
}
