import type { DecimalText, Event, GoalId, UnitId } from '@pm/kernel';

/** A goal's place under another. */
export interface GoalLink {
  readonly parentId: GoalId;
  /** Whether its progress counts towards the parent's, or it is only aligned with it (rule 9). */
  readonly contributes: boolean;
  /** Relative to its siblings'; not a percentage (rule 8). */
  readonly weight: DecimalText;
}

/** A goal as another system had it: nobody is said to have agreed to it here. Again, where that system changed it. */
export type GoalImported = Event<
  'GoalImported',
  {
    goalId: GoalId;
    /** What the source knows it by. */
    number: string;
    source: string;
    title: string;
    /** What such a goal is called there: service, objective, key result. */
    kind: string;
    /** The unit whose goal it is. */
    unitId: UnitId;
    parents: readonly GoalLink[];
  }
>;

export type GoalEvent = GoalImported;
