import type { CommandContext } from '@pm/eventing';
import { PreconditionRequired } from './invalid-input.js';

/** For changes of agreed terms: only from someone who says which revision they saw, and why. */
export function seen(by: CommandContext, reason?: string): CommandContext {
  if (by.expectedRevision === undefined) throw new PreconditionRequired();
  return { ...by, reason };
}
