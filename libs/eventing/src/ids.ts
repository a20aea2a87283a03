import { v5, v7, validate } from 'uuid';
import type { CommandContext } from './command-context.js';

const NAMESPACE = '7a1c2f60-6f0e-5d7b-9a55-2f6f1f4c8f11';

/** A new id, in order of time. */
export const newId = (): string => v7();

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
