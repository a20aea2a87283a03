import type { FrozenPeriod } from './freeze.js';
import type { ActorId, Instant, KpiId, PersonId, UnitId } from './ids.js';
import type { Calendar } from './period.js';
import { question } from './question.js';

/** How the organisation counts time. Answered by organisation. */
export const calendarInForce = question<Record<never, never>, Calendar>('calendar in force');

/** Periods whose goals and values stand. Answered by organisation. */
export const frozenPeriods = question<Record<never, never>, readonly FrozenPeriod[]>('frozen periods');

/** Whether goals and KPIs may belong to a unit. Answered by organisation. */
export const unitStanding = question<{ unitId: UnitId }, 'open' | 'closed' | 'unknown'>('standing of a unit');

/** Whether a unit is one of some others or lies below one of them. Answered by organisation. */
export const isUnitWithin = question<{ unitId: UnitId; others: readonly UnitId[] }, boolean>(
  'whether a unit lies within others',
);

/** The KPIs that somebody may measure: those of units, of the units below these, and some by themselves. */
export interface MeasuringLimits {
  readonly unitIds: readonly UnitId[];
  readonly kpiIds: readonly KpiId[];
}

/** Undefined where an actor may measure every KPI, if any. Answered by identity. */
export const measuringLimitsOf = question<{ actor: ActorId }, MeasuringLimits | undefined>(
  'limits of measuring of an actor',
);

/** Whose something is: a person's, or a unit's, for which its head stands. */
export type Owner = { readonly personId: PersonId } | { readonly unitId: UnitId };

/**
 * How an actor stands to an owner. `manager`: of the person, or head of the unit above. `managers-manager`: one
 * step further. `unknown`: there is no such owner, or they have left.
 */
export type Relationship = 'owner' | 'manager' | 'managers-manager' | 'none' | 'unknown';

/** Whether somebody who is there leads a person at a moment. Answered by organisation. */
export const isLedAt = question<{ personId: PersonId; at: Instant }, boolean>('whether a person is led');

/** By the reporting lines, memberships and heads in force at a moment. Answered by organisation. */
export const relationshipAt = question<{ actor: ActorId; owner: Owner; at: Instant }, Relationship>(
  'relationship of an actor to an owner',
);

/** Who stands on either side of what belongs to an owner; null where nobody does. */
export interface Sides {
  readonly owner: PersonId | null;
  readonly manager: PersonId | null;
}

/** By the reporting lines, memberships and heads in force at a moment. Answered by organisation. */
export const sidesOf = question<{ owner: Owner; at: Instant }, Sides>('sides of an owner');
