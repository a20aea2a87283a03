import type { ActorId } from '@pm/kernel';
import type { Role } from '../permissions.js';

/** Somebody who reads through a door of the product. */
export interface Viewer {
  /** Whoever reads, or for whom their deputy reads: how this one stands to others decides. */
  readonly actor: ActorId;
  readonly roles: readonly Role[];
}

/**
 * The product itself, and whoever works on its stores from the command line: no policy stands between them and the files.
 * It is named wherever it reads, so that a door cannot leave a viewer out by mistake.
 */
export const OPERATOR = 'operator';

/** For whom something is read. */
export type Reader = Viewer | typeof OPERATOR;
