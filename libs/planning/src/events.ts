import { declareEvents } from '@pm/kernel';
import type { GoalEvent } from './goals/goal.events.js';

export type * from './goals/goal.events.js';

/** Reasons are about the person whose goal it is; a unit's goal is about nobody, so they are the actor's own words. */
const OWNED = { schemaVersion: 1, reasonAbout: 'data.personId|actor' } as const;

/** A title tells of the person whose goal it is; a unit's goal is everybody's to read. */
const TITLED = { ...OWNED, personal: { title: 'data.personId|nobody' } } as const;

export const planningEvents = declareEvents<GoalEvent>()('planning', {
  GoalImported: { schemaVersion: 1 },
  GoalDrafted: TITLED,
  GoalRedrafted: TITLED,
  GoalProposed: OWNED,
  GoalCounterProposed: TITLED,
  GoalAccepted: OWNED,
  GoalAgreed: OWNED,
  GoalWithdrawn: OWNED,
  GoalActivated: OWNED,
  GoalChangeRequested: TITLED,
  GoalChangeRejected: OWNED,
  GoalChangeWithdrawn: OWNED,
  GoalTermsRevised: TITLED,
  GoalPlaced: OWNED,
  GoalHandedOver: OWNED,
  GoalPaused: OWNED,
  GoalResumed: OWNED,
  GoalPostponed: OWNED,
  GoalCompleted: {
    ...OWNED,
    personal: { note: 'data.personId|actor', lessons: 'data.personId|actor' },
  },
  GoalCancelled: OWNED,
  GoalReopened: OWNED,
  GoalDiscarded: OWNED,
  GoalCompletionAcknowledged: OWNED,
  GoalArchived: OWNED,
  GoalRollUpSet: OWNED,
  GoalProgressOverridden: OWNED,
  GoalOverrideEnded: OWNED,
  GoalVisibilitySet: OWNED,
});
