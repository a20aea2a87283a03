import { type Decide, type Instant, type PersonId, unknown } from '@pm/kernel';
import type { DeputyEvent } from './deputies.events.js';
import { type Deputies, standing } from './deputies.state.js';

export interface EndDeputyFacts {
  readonly personId: PersonId;
  readonly deputyId: PersonId;
  readonly now: Instant;
}

/** At once, also what was planned for later; whatever they did as deputy stands. */
export const endDeputy: Decide<EndDeputyFacts, Deputies, DeputyEvent> = (facts, known) => {
  const { personId, deputyId, now } = facts;
  if (!standing(known, now).some((each) => each.deputyId === deputyId))
    return unknown('deputy-unknown', 'They are no deputy of this person, neither now nor later.', {
      personId,
      deputyId,
    });
  return [{ type: 'DeputyEnded', data: { personId, deputyId }, effectiveAt: now }];
};
