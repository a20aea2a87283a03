import type { Capacity, Role, Sight } from '@pm/access';

/** Somebody who stood to the owner so that they could see more than others. */
export class GoalReaderAnswer {
  personId: string;

  /** An HR partner needs the role besides. */
  as: Capacity;

  /** The unit whose HR partner they were. */
  unitId?: string;

  /** Who stood so, where they were that one’s deputy. */
  onBehalfOf?: string;

  sight: Sight;
}

export class RoleSightAnswer {
  role: Role;

  sight: Sight;
}

/** Who could see what of a goal at a moment. */
export class GoalReadersAnswer {
  /** By which it was decided, and in which version. @example "goal-reading 1" */
  policy: string;

  /** Whether everyone above the manager reads private goals, too. */
  lineReadsPrivate: boolean;

  /** The moment that reporting lines, memberships and HR partners are of. */
  at: string;

  /** From the nearest up; nobody of a unit's goal. */
  people: GoalReaderAnswer[];

  /** What each role showed by itself. */
  roles: RoleSightAnswer[];
}
