import type {
  ActorId,
  DecimalText,
  GoalId,
  Instant,
  KpiId,
  LocalDate,
  Measure,
  Period,
  PersonId,
  Relationship,
  RollUpMode,
  UnitId,
  Visibility,
} from '@pm/kernel';
import type {
  GoalDrafted,
  GoalEvent,
  GoalHandedOver,
  GoalLink,
  GoalOwner,
  GoalResult,
  GoalTerms,
  GoalTermsRevised,
  Party,
} from '../goals/goal.events.js';
import type { FreezeFacts } from '../goals/frozen-goal.decide.js';
import type { Standing } from '../goals/goal-party.state.js';
import type { GoalPhase } from '../goals/goal.state.js';

export const decimal = (text: string): DecimalText => text as DecimalText;
export const day = (date: string): LocalDate => date as LocalDate;
export const id = (name: string): GoalId => name as GoalId;

export const goalId = id('potholes');
export const now = '2026-03-03T09:30:00.000Z' as Instant;
export const earlier = '2026-03-01T05:00:00.000Z' as Instant;

/** From 70 to 85 of a hundred potholes within five days. */
export const mendedInTime = (change: Partial<Measure> = {}): Measure => ({
  kpiId: 'mended-in-time' as KpiId,
  baseline: decimal('70'),
  target: decimal('85'),
  direction: 'increase',
  ...change,
});
export const terms = (change: Partial<GoalTerms> = {}): GoalTerms => ({
  title: 'Mend potholes within five days',
  start: day('2026-01-01'),
  end: day('2026-12-31'),
  measure: mendedInTime(),
  ...change,
});
export const bolder = terms({ measure: mendedInTime({ target: decimal('90') }) });

/** A place under another goal. */
export const under = (parent: string, change: Partial<GoalLink> = {}): GoalLink => ({
  parentId: id(parent),
  contributes: true,
  weight: decimal('1'),
  ...change,
});

/** Whoever stands so to the one whose goal it is, with these roles. */
export const standing = (relationship: Relationship, ...roles: string[]): Standing => ({
  actor: relationship as string as ActorId,
  relationship,
  roles,
});
/** Nothing is frozen. */
export const thawed: FreezeFacts = { frozen: [], timeZone: 'UTC' };
/** A year is, by its calendar days. */
export const frozenYear = (year: string): FreezeFacts => ({
  ...thawed,
  frozen: [{ period: `FY${year}` as Period, from: day(`${year}-01-01`), to: day(`${year}-12-31`) }],
});
export const owner = standing('owner');
export const manager = standing('manager');
export const nobody = standing('none');
export const peopleAdmin = standing('none', 'people-admin');

/** Everything that can happen to a goal of somebody. */
function factsOf(of: GoalOwner) {
  const goal = { goalId, ...of };
  const termed = (termsRevision: number, given: GoalTerms) => ({ ...goal, termsRevision, ...given });
  return {
    drafted: (change: Partial<GoalDrafted['data']> = {}): GoalDrafted => ({
      type: 'GoalDrafted',
      data: { ...termed(1, terms()), kind: 'objective', parents: [under('streets')], ...change },
    }),
    redrafted: (termsRevision: number, given: GoalTerms): GoalEvent => ({
      type: 'GoalRedrafted',
      data: termed(termsRevision, given),
    }),
    proposed: (by: Party, termsRevision = 1): GoalEvent => ({
      type: 'GoalProposed',
      data: { ...goal, termsRevision, by },
    }),
    counterProposed: (by: Party, termsRevision: number, given: GoalTerms): GoalEvent => ({
      type: 'GoalCounterProposed',
      data: { ...termed(termsRevision, given), by },
    }),
    accepted: (by: Party, termsRevision = 1): GoalEvent => ({
      type: 'GoalAccepted',
      data: { ...goal, termsRevision, by },
    }),
    agreed: (termsRevision = 1): GoalEvent => ({ type: 'GoalAgreed', data: { ...goal, termsRevision } }),
    withdrawn: { type: 'GoalWithdrawn', data: goal } as GoalEvent,
    activated: { type: 'GoalActivated', data: goal, effectiveAt: now } as GoalEvent,
    changeRequested: (by: Party, termsRevision: number, given: GoalTerms): GoalEvent => ({
      type: 'GoalChangeRequested',
      data: { ...termed(termsRevision, given), by },
    }),
    changeRejected: (termsRevision: number): GoalEvent => ({
      type: 'GoalChangeRejected',
      data: { ...goal, termsRevision },
    }),
    revised: (termsRevision: number, given: GoalTerms, override = false): GoalTermsRevised => ({
      type: 'GoalTermsRevised',
      data: { ...termed(termsRevision, given), override },
      effectiveAt: now,
    }),
    placed: (...parents: GoalLink[]): GoalEvent => ({
      type: 'GoalPlaced',
      data: { ...goal, parents },
      effectiveAt: now,
    }),
    handedOver: (to: GoalOwner): GoalHandedOver => ({
      type: 'GoalHandedOver',
      data: { goalId, ...to, from: of },
      effectiveAt: now,
    }),
    paused: { type: 'GoalPaused', data: goal, effectiveAt: now } as GoalEvent,
    resumed: { type: 'GoalResumed', data: goal, effectiveAt: now } as GoalEvent,
    postponed: (successor: string): GoalEvent => ({
      type: 'GoalPostponed',
      data: { ...goal, successorId: id(successor) },
      effectiveAt: now,
    }),
    completed: (result: GoalResult, said: object = {}): GoalEvent => ({
      type: 'GoalCompleted',
      data: { ...goal, result, ...said },
      effectiveAt: now,
    }),
    cancelled: { type: 'GoalCancelled', data: goal, effectiveAt: now } as GoalEvent,
    reopened: { type: 'GoalReopened', data: goal, effectiveAt: now } as GoalEvent,
    discarded: { type: 'GoalDiscarded', data: goal, effectiveAt: now } as GoalEvent,
    acknowledged: { type: 'GoalCompletionAcknowledged', data: goal } as GoalEvent,
    archived: { type: 'GoalArchived', data: goal, effectiveAt: now } as GoalEvent,
    changeWithdrawn: (termsRevision: number): GoalEvent => ({
      type: 'GoalChangeWithdrawn',
      data: { ...goal, termsRevision },
    }),
    rolledUpBy: (mode: RollUpMode): GoalEvent => ({
      type: 'GoalRollUpSet',
      data: { ...goal, mode },
      effectiveAt: now,
    }),
    overridden: (progress: string, until: string): GoalEvent => ({
      type: 'GoalProgressOverridden',
      data: { ...goal, progress: decimal(progress), until: day(until) },
      effectiveAt: now,
    }),
    visibilitySet: (visibility: Visibility): GoalEvent => ({
      type: 'GoalVisibilitySet',
      data: { ...goal, visibility },
    }),
    overrideEnded: { type: 'GoalOverrideEnded', data: goal, effectiveAt: now } as GoalEvent,
  };
}

/** A goal of a person or a unit: what can happen to it, and the shortest way into each phase. */
export function goalOf(of: GoalOwner) {
  const facts = factsOf(of);
  const draft = [facts.drafted()];
  const proposed = [...draft, facts.proposed('owner')];
  const agreed = [...proposed, facts.accepted('manager'), facts.agreed()];
  const active = [...agreed, facts.activated];
  const past: Readonly<Record<GoalPhase, readonly GoalEvent[]>> = {
    none: [],
    draft,
    proposed,
    agreed,
    active,
    paused: [...active, facts.paused],
    postponed: [...active, facts.postponed('streets-2027')],
    completed: [...active, facts.completed('achieved')],
    cancelled: [...active, facts.cancelled],
    discarded: [...draft, facts.discarded],
    archived: [...active, facts.completed('achieved'), facts.archived],
  };
  return { ...facts, of, past };
}
export type GoalExample = ReturnType<typeof goalOf>;

export const ada: GoalOwner = { personId: 'ada' as PersonId };
export const grace: GoalOwner = { personId: 'grace' as PersonId };
export const roads: GoalOwner = { unitId: 'roads' as UnitId };

export const adasGoal = goalOf(ada);
export const roadsGoal = goalOf(roads);
