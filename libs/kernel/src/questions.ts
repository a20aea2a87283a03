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

/** Whether an actor may act for a person at a moment. Answered by organisation. */
export const isDeputyAt = question<{ actor: ActorId; personId: PersonId; at: Instant }, boolean>(
  'whether an actor is deputy of a person',
);

/**
 * By the reporting lines, memberships and heads in force at a moment; on behalf of another one, as whoever that is, while
 * the actor is their deputy. Answered by organisation.
 */
export const relationshipAt = question<
  { actor: ActorId; onBehalfOf?: ActorId; owner: Owner; at: Instant },
  Relationship
>('relationship of an actor to an owner');

/** Who stands on either side of what belongs to an owner; null where nobody does. */
export interface Sides {
  readonly owner: PersonId | null;
  readonly manager: PersonId | null;
}

/** By the reporting lines, memberships and heads in force at a moment. Answered by organisation. */
export const sidesOf = question<{ owner: Owner; at: Instant }, Sides>('sides of an owner');

/** Where somebody stands in the line from a person up: `above` is anywhere further up than their manager. */
export type LineStanding = 'owner' | 'manager' | 'above' | 'none';

/** How a reader stands to a person. */
export interface ReaderStanding {
  readonly line: LineStanding;
  /** HR partner of the person's unit, or of one above it. */
  readonly isPartner: boolean;
}

/**
 * How a reader stands to some people, by the lines, memberships and HR partners in force at a moment; those to whom they
 * stand in no way are left out. Answered by organisation.
 */
export const standingsAt = question<
  { actor: ActorId; people: readonly PersonId[]; at: Instant },
  ReadonlyMap<PersonId, ReaderStanding>
>('standings of a reader to people');

/** Somebody who stands so to a person that they may read more of them than others. */
export interface StandingReader {
  readonly personId: PersonId;
  readonly as: Exclude<LineStanding, 'none'> | 'hr-partner';
  /** The unit whose HR partner they are. */
  readonly unitId?: UnitId;
  /** Who stands so, where they are that one's deputy. */
  readonly onBehalfOf?: PersonId;
}

/**
 * Everyone who stands so to a person at a moment, from the nearest up.
 * Answered by organisation, as it was known at another moment where that is named.
 */
export const standingReaders = question<
  { personId: PersonId; at: Instant; knownAt?: Instant },
  readonly StandingReader[]
>('readers who stand to a person');
