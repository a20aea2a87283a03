import {
  type Decide,
  type GoalId,
  neverValid,
  type Rejection,
  type Visibility,
  reasonRefusal,
} from '@pm/kernel';
import type { GoalEvent, GoalOwner } from './goal.events.js';
import { isPeopleAdmin, notParty, partyOf, phaseRefusal, type Standing } from './goal-party.state.js';
import type { Goal, GoalPhase } from './goal.state.js';

export interface SetVisibilityFacts {
  readonly goalId: GoalId;
  readonly standing: Standing;
  readonly visibility: Visibility;
  readonly reason?: string;
}

/** As long as anybody works with it, or looks back on how it came out. */
const PHASES: readonly GoalPhase[] = [
  'draft',
  'proposed',
  'agreed',
  'active',
  'paused',
  'postponed',
  'completed',
  'cancelled',
];

/** Either side opens or closes a person's goal, with a word why; the same again is nothing new. */
export const setVisibility: Decide<SetVisibilityFacts, Goal, GoalEvent> = (facts, goal) => {
  const { goalId, standing, visibility, reason } = facts;
  const refusal = phaseRefusal(goal, PHASES, standing) ?? reasonRefusal(reason);
  if (refusal) return refusal;
  if (!partyOf(standing, goal.owner) && !isPeopleAdmin(standing)) return notParty();
  if (visibility === goal.visibility) return [];
  return (
    visibilityRefusal(visibility, goal.owner) ?? [
      { type: 'GoalVisibilitySet', data: { goalId, ...goal.owner, visibility } },
    ]
  );
};

/** What a unit wants to reach is everybody's to read. */
export function visibilityRefusal(
  visibility: Visibility | undefined,
  { unitId }: GoalOwner,
): Rejection | undefined {
  if (visibility !== 'private' || unitId === undefined) return undefined;
  return neverValid('unit-goal-public', 'A goal of a unit cannot be private.');
}
