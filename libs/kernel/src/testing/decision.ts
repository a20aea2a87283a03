import type { ActorId, Authored, Decide, Event, Fold } from '../index.js';
import { Rejection } from '../index.js';

/**
 * Rules as sentences: `given(past facts).when(request).gives(new facts)` or `.refuses(code)`.
 *
 * @example const { given } = decision(kpi, retireKpi);
 *          given(defined).when({ reason: 'replaced' }).gives(retired);
 */
export function decision<Facts, State, E extends Event>(
  fold: Fold<State, E>,
  decide: Decide<Facts, State, E>,
) {
  const when = (past: readonly E[]) => (facts: Facts) => {
    const state = past.reduce((known, event) => fold.evolve(known, event), fold.initial);
    const outcome = decide(facts, state);
    return {
      /** Exactly these facts follow, in this order; none means there is nothing new. */
      gives: (...events: E[]) => {
        if (outcome instanceof Rejection) throw outcome;
        expect(outcome).toEqual(events);
      },
      /** The rule with this code says no. */
      refuses: (code: string) => {
        expect(outcome).toBeInstanceOf(Rejection);
        expect((outcome as Rejection).code).toBe(code);
      },
    };
  };
  return { given: (...past: E[]) => ({ when: when(past) }) };
}

/** A fact as it stands in the log, said by someone. */
export const saidBy = <E extends Event>(actor: string, event: E): Authored<E> => ({
  ...event,
  metadata: { actor: actor as ActorId },
});
