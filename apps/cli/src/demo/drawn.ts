const SEED = 'Lakeside 1';

/**
 * A number from 0 to 1, without 1, that looks random and always is the same for the same words. Each is drawn for itself:
 * what is added to the organisation changes nothing that was there before.
 */
export function drawn(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of [SEED, ...words].join('|'))
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** One of several, always the same one for the same words. */
export const picked = <T>(from: readonly T[], ...words: readonly (string | number)[]): T =>
  from[Math.floor(drawn(...words) * from.length)]!;
