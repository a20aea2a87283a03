import { randomFillSync } from 'node:crypto';
import { v5, v7, validate } from 'uuid';
import type { CommandContext } from './command-context.js';

const NAMESPACE = '7a1c2f60-6f0e-5d7b-9a55-2f6f1f4c8f11';

/** Random bytes for a thousand ids: to ask the system for those of one costs more than the rest of it. */
const pool = Buffer.alloc(16 * 1024);
let used = pool.length;
let last = { ms: 0, sequence: 0 };

/** A new id, in order of time, and of making where the time is the same. */
export function newId(): string {
  const random = nextRandom();
  const ms = Date.now();
  const isLater = ms > last.ms;
  last = isLater ? { ms, sequence: random.readUInt32BE() >>> 1 } : { ...last, sequence: last.sequence + 1 };
  return v7({ random, msecs: last.ms, seq: last.sequence });
}

function nextRandom(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return pool.subarray(used, (used += 16));
}

/**
 * The id that a name always has: an organisation's own number for something, or the request that creates it.
 * Two creations with the same name meet in one stream, so a name is taken once without a second store.
 */
export const namedId = (...name: readonly string[]): string => v5(JSON.stringify(name), NAMESPACE);

export const isId = (text: string): boolean => validate(text) && text === text.toLowerCase();

/**
 * Reads how a caller names something: by its id, or as `number:<number>` where it was created with a number of its own.
 *
 * @returns undefined where the text is neither
 */
export function idIn(kind: string, text: string): string | undefined {
  const number = /^number:(.{1,64})$/u.exec(text)?.[1];
  if (number !== undefined) return namedId(kind, 'number', number);
  return isId(text) ? text : undefined;
}

/**
 * The id of something about to be created: the one its number always has, else the one that the repeatable request
 * always has, else a new one.
 */
export function creationId(kind: string, { number, by }: { number?: string; by: CommandContext }): string {
  if (number !== undefined) return namedId(kind, 'number', number);
  return by.repeatable ? namedId(kind, 'command', by.commandId) : newId();
}
