import type { GoalSummary } from '../goal-tree/goal-row.js';

/** A goal that the reader may not read: its place in the tree. Whoever sees that it exists is told whose it is and its phase, too. */
export interface HiddenGoal
  extends
    Pick<GoalSummary, 'goalId' | 'parents'>,
    Partial<Pick<GoalSummary, 'owner' | 'phase' | 'archived'>> {
  readonly hidden: true;
}

/** A goal as a reader sees it. */
export type Seen<Row> = Row | HiddenGoal;

interface Hidden {
  readonly hidden: true;
}

export const isHidden = <Row extends object>(row: Row): row is Extract<Row, Hidden> => 'hidden' in row;

/** Those that are shown with what they say. */
export const readable = <Row extends object>(rows: readonly Row[]): Exclude<Row, Hidden>[] =>
  rows.filter((row): row is Exclude<Row, Hidden> => !isHidden(row));

export const placeOf = ({ goalId, parents }: GoalSummary): HiddenGoal => ({ goalId, parents, hidden: true });

/** What auditors see without a warrant. */
export const metaOf = (row: GoalSummary): HiddenGoal => ({
  ...placeOf(row),
  owner: row.owner,
  phase: row.phase,
  archived: row.archived,
});

/** A goal without its figures, and what derives from them. */
export const withoutFigures = <Row extends GoalSummary>(row: Row): Row => ({ ...row, ...NO_FIGURES });

const NO_FIGURES: Partial<GoalSummary> = {
  progress: undefined,
  coverage: undefined,
  status: undefined,
  reason: undefined,
  override: undefined,
  suppressed: true,
};

/** The reader may know that the goal exists and where it stands, and no more of it. */
export class GoalHidden extends Error {
  constructor() {
    super('The goal is private, or a draft: you see where it stands, not what it says.');
    this.name = 'GoalHidden';
  }
}
