import type { Decided } from '@pm/eventing';
import { CommandOutcome } from './outcome.answer.js';

/** @param id of what was created, where its stream holds more than it */
export function outcome(
  { revision, position, recorded, repeated, ...decided }: Decided,
  id = decided.id,
): CommandOutcome {
  return Object.assign(new CommandOutcome(), { id, revision, position, recorded, repeated });
}
