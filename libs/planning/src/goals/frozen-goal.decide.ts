import {
  freezeOf,
  type FrozenPeriod,
  type Instant,
  localDate,
  type LocalDate,
  reject,
  type Rejection,
} from '@pm/kernel';
import type { GoalTerms } from './goal.events.js';
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
