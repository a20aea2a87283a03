import type { Event, PersonalText, PersonId, UnitId } from '@pm/kernel';

/** Somebody belongs to the organisation, from then on. */
export type PersonJoined = Event<
  'PersonJoined',
  {
    personId: PersonId;
    /** The organisation's own number for them. */
    number?: string;
    name: PersonalText;
    unitId: UnitId;
    /** Absent where nobody leads them. */
    managerId?: PersonId;
  }
>;

/** They belong to another unit, from then on. */
export type PersonMoved = Event<'PersonMoved', { personId: PersonId; unitId: UnitId }>;

/** Somebody else leads them from then on; null for nobody. */
export type ManagerChanged = Event<'ManagerChanged', { personId: PersonId; managerId: PersonId | null }>;

/** A name is put right: it is the name for all times. */
export type PersonRenamed = Event<'PersonRenamed', { personId: PersonId; name: PersonalText }>;

/** They belong to the organisation no more. Said again, the day was another one. */
export type PersonLeft = Event<'PersonLeft', { personId: PersonId }>;

/**
 * On what grounds somebody is forgotten. A code, as everyone may read it for ever: a sentence could tell who they were, and
 * sealed under their key it would be gone with it.
 */
export const ERASURE_REASONS = [
  'no-longer-needed',
  'consent-withdrawn',
  'objection',
  'unlawful',
  'legal-obligation',
] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/** They are forgotten: their key is destroyed once this is recorded, and with it all text about and by them. */
export type PersonErased = Event<
  'PersonErased',
  {
    personId: PersonId;
    reason: ErasureReason;
    /** Which retention rule did it; absent where somebody asked for it. */
    rule?: RuleName;
  }
>;

/** A retention rule, and the version of the organisation's rules that it was in. */
export interface RuleName {
  readonly name: string;
  readonly version: number;
}

/** They must not be erased, by a rule or by hand, until the hold is released. */
export type HoldPlaced = Event<'HoldPlaced', { personId: PersonId }>;
export type HoldReleased = Event<'HoldReleased', { personId: PersonId }>;

/** What tells who somebody is and where they belong. */
export type BelongingEvent =
  PersonJoined | PersonMoved | ManagerChanged | PersonRenamed | PersonLeft | PersonErased;
export type PersonEvent = BelongingEvent | HoldPlaced | HoldReleased;
