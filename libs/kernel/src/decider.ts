import type { Event } from './event.js';
import type { Rejection } from './rejection.js';

/** How the facts of one kind of stream add up to the state that its decisions need, and nothing more. */
export interface Fold<State, E extends Event> {
  /** First part of the stream's name, without `-` or `$`. */
  readonly category: string;
  readonly initial: State;
  /** Pure: the same events always give the same state. */
  evolve(state: State, event: E): State;
}

/**
 * A rule of the domain: from what is asked and what is known to the facts that follow, or a refusal.
 * Pure: time, ids and whatever other streams say come in with the facts. No facts means there is nothing new.
 */
export type Decide<Facts, State, E extends Event> = (facts: Facts, state: State) => readonly E[] | Rejection;
