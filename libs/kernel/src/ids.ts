declare const brand: unique symbol;
type Branded<T, B extends string> = T & { readonly [brand]: B };

/** A point in time: UTC, ISO 8601 with milliseconds (`2026-03-03T09:30:00.000Z`), so that text order is time order. */
export type Instant = Branded<string, 'Instant'>;

/** A calendar day without zone, `YYYY-MM-DD`. */
export type LocalDate = Branded<string, 'LocalDate'>;

/** Who acts: a pseudonym, never a name or an address. The log keeps it for ever. */
export type ActorId = Branded<string, 'ActorId'>;

/** A person: a pseudonym. Whoever acts as this person has the same text as {@link ActorId}. */
export type PersonId = Branded<string, 'PersonId'>;

export type UnitId = Branded<string, 'UnitId'>;
/** Stands where the unit above would, for the organisation itself. */
export const TOP = 'top';

export type GoalId = Branded<string, 'GoalId'>;
export type KpiId = Branded<string, 'KpiId'>;
