import {
  type Decide,
  freezeOf,
  type FrozenPeriod,
  type Instant,
  localDate,
  type LocalDate,
  reject,
  Rejection,
} from '@pm/kernel';
import type { GoalEvent, GoalTerms } from './goal.events.js';
import { isPeopleAdmin, type Standing } from './goal-party.state.js';
import type { Goal } from './goal.state.js';

/** Which days of the organisation are closed. */
export interface FreezeFacts {
  readonly frozen: readonly FrozenPeriod[];
  readonly timeZone: string;
}

/**
 * Terms whose days all lie within a frozen period stand, and none are moved into it, but by people admins (field study,
 * section 5, no. 6).
 */
export function frozenTerms(
  before: GoalTerms | undefined,
  after: GoalTerms,
  { frozen, standing }: FreezeFacts & { readonly standing: Standing },
): Rejection | undefined {
  for (const { start, end } of [before ?? after, after]) {
    const frozenBy = start && end && refusal({ from: start, to: end }, frozen, standing);
    if (frozenBy) return frozenBy;
  }
  return undefined;
}

/**
 * Nothing becomes true of a goal on a day that is frozen, but by people admins: an end, a place or somebody's word that is
 * dated back would change figures that are closed.
 */
export const keepingFrozenDays =
  <Facts>(
    decide: Decide<Facts, Goal, GoalEvent>,
  ): Decide<Facts & FreezeFacts & { readonly standing: Standing }, Goal, GoalEvent> =>
  (facts, goal) => {
    const decided = decide(facts, goal);
    if (decided instanceof Rejection) return decided;
    for (const { effectiveAt } of decided) {
      const day = dayOf(effectiveAt, facts.timeZone);
      const frozenBy = day && refusal({ from: day, to: day }, facts.frozen, facts.standing);
      if (frozenBy) return frozenBy;
    }
    return decided;
  };

/** A goal ended on the last day of its terms; where they have none, on the day of its completion. */
export function frozenEnd(
  { terms, completedAt }: Goal,
  { frozen, timeZone, standing }: FreezeFacts & { readonly standing: Standing },
): Rejection | undefined {
  const day = terms?.end ?? dayOf(completedAt, timeZone);
  return day && refusal({ from: day, to: day }, frozen, standing);
}

const dayOf = (at: Instant | undefined, timeZone: string): LocalDate | undefined =>
  at && localDate(at, timeZone);

function refusal(
  days: { from: LocalDate; to: LocalDate },
  frozen: readonly FrozenPeriod[],
  standing: Standing,
): Rejection | undefined {
  const freeze = freezeOf(frozen, days);
  if (!freeze || isPeopleAdmin(standing)) return undefined;
  return reject('period-frozen', 'The goals of this period stand; ask a people admin.', {
    period: freeze.period,
  });
}
