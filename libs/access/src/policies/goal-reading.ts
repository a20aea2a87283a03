import { isDraft, type ReaderStanding, type Visibility } from '@pm/kernel';
import type { Role } from '../permissions.js';

/**
 * What a reader gets to see of a goal, the most first. `full`: all of it. `meta`: its place, whose it is, its phase, and
 * when who acted; no text and no figure. `aggregate`: its place, and what it adds to a group that is large enough.
 * `placeholder`: its place. `none`: not even that.
 */
export const SIGHTS = ['full', 'meta', 'aggregate', 'placeholder', 'none'] as const;
export type Sight = (typeof SIGHTS)[number];

/** What the policy must know of a goal. */
export interface GoalRecord {
  /** Whose it is: a person's, or a unit's. */
  readonly of: 'person' | 'unit';
  readonly visibility: Visibility;
  readonly phase: string;
}

/** In which capacity somebody reads: a role of theirs, or how they stand to the one whose goal it is. */
export type Capacity = Role | 'its owner' | 'their manager' | 'above their manager' | 'their hr-partner';

export interface GoalReadingSettings {
  /** Whether everyone above the manager reads the private goals of their line, too. */
  readonly lineReadsPrivate: boolean;
}

export const DEFAULT_GOAL_READING: GoalReadingSettings = { lineReadsPrivate: true };

/** Names the table below, wherever a decision is explained: raise the version with every change of it. */
export const GOAL_READING_POLICY = 'goal-reading 1';

/** How closed a goal is: `draft`, also discarded, is between the two sides whatever its visibility. */
type Closure = 'open' | 'private' | 'draft';

/**
 * Field study, section 6, "Organisation & team goals" and "Personal goals, public" and "private"; drafts by complaint 17.
 * Deny by default: nobody sees more than one of their capacities gives.
 */
const TABLE: Readonly<Record<Capacity, Readonly<Record<Closure, Sight>>>> = {
  'its owner': { open: 'full', private: 'full', draft: 'full' },
  'their manager': { open: 'full', private: 'full', draft: 'full' },
  'above their manager': { open: 'full', private: 'full', draft: 'placeholder' },
  'their hr-partner': { open: 'full', private: 'full', draft: 'full' },
  'people-admin': { open: 'full', private: 'full', draft: 'full' },
  auditor: { open: 'full', private: 'meta', draft: 'meta' },
  controller: { open: 'full', private: 'aggregate', draft: 'placeholder' },
  executive: { open: 'full', private: 'aggregate', draft: 'placeholder' },
  manager: { open: 'full', private: 'placeholder', draft: 'placeholder' },
  'hr-partner': { open: 'full', private: 'placeholder', draft: 'placeholder' },
  employee: { open: 'full', private: 'placeholder', draft: 'placeholder' },
  machine: { open: 'none', private: 'none', draft: 'none' },
  'system-admin': { open: 'none', private: 'none', draft: 'none' },
};

/** Who reads, and how they stand to the owner: now, and then where the read is of a moment. */
export interface Standpoint {
  readonly roles: readonly Role[];
  readonly standings: readonly ReaderStanding[];
}

/**
 * What somebody sees of a goal. Rights are today's, with the relationship in force at the moment read besides; what is
 * closed now or was closed then stays closed.
 *
 * @param records the goal now, and as it was where the read is of a moment
 */
export function sightOf(
  standpoint: Standpoint,
  records: readonly GoalRecord[],
  settings: GoalReadingSettings,
): Sight {
  const closure = closest(records.map(closureOf));
  return best(capacitiesIn(standpoint).map((capacity) => given(capacity, closure, settings)));
}

/** What one capacity gives of a goal. */
export const sightIn = (capacity: Capacity, record: GoalRecord, settings: GoalReadingSettings): Sight =>
  given(capacity, closureOf(record), settings);

function given(capacity: Capacity, closure: Closure, { lineReadsPrivate }: GoalReadingSettings): Sight {
  const isLine = capacity === 'above their manager';
  return isLine && closure === 'private' && !lineReadsPrivate ? 'placeholder' : TABLE[capacity][closure];
}

/** Whether roles alone show everything of every goal: then no relationship needs to be looked at. */
export const seesEveryGoal = (roles: readonly Role[]): boolean =>
  roles.some((role) => Object.values(TABLE[role]).every((sight) => sight === 'full'));

/** Whether roles show any goal at all; without one that does, no relationship helps. */
export const seesGoals = (roles: readonly Role[]): boolean =>
  roles.some((role) => TABLE[role].open !== 'none');

/** Whether a goal is everybody's to read who reads goals. */
export const isOpen = (record: GoalRecord): boolean => closureOf(record) === 'open';

function capacitiesIn({ roles, standings }: Standpoint): Capacity[] {
  if (!seesGoals(roles)) return [];
  return [...roles, ...standings.flatMap((standing) => relatedIn(standing, roles))];
}

/** Whoever is named partner of a unit reads as such only with the role, too. */
function relatedIn({ line, isPartner }: ReaderStanding, roles: readonly Role[]): Capacity[] {
  const related: Capacity[] = isPartner && roles.includes('hr-partner') ? ['their hr-partner'] : [];
  return line === 'none' ? related : [LINE[line], ...related];
}

/** As what somebody of the line of managers reads. */
export const LINE = {
  owner: 'its owner',
  manager: 'their manager',
  above: 'above their manager',
} as const satisfies Record<string, Capacity>;

function closureOf({ of, visibility, phase }: GoalRecord): Closure {
  if (of === 'unit') return 'open';
  if (isDraft(phase)) return 'draft';
  return visibility === 'private' ? 'private' : 'open';
}

const closest = (closures: readonly Closure[]): Closure =>
  (['draft', 'private'] as const).find((closure) => closures.includes(closure)) ?? 'open';

const best = (sights: readonly Sight[]): Sight => SIGHTS.find((sight) => sights.includes(sight)) ?? 'none';
