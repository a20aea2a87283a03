import type { LocalDate, Status } from '@pm/kernel';
import { goalSummary, type GoalSummary } from './goal-row.js';
import { contributesTo } from './goal-sums.state.js';
import type { TreeDocuments } from './tree-reader.js';

/** Worst first. What is not known is not bad (rule 3). */
const KNOWN: readonly Status[] = ['off-track', 'at-risk', 'on-track'];

const POLICY = 'worst-of-parts 1';

/**
 * Rule 10: goals whose status is the worst of what contributes to them. Status depends on the day, so it is worked out as
 * it is read, from the tree that was read anyway. Where somebody overrode the progress, that tells the status, too.
 */
export function withWorstStatus<Row extends GoalSummary>(
  rows: readonly Row[],
  documents: TreeDocuments,
  today: LocalDate,
): readonly Row[] {
  if (!rows.some(isWorstOfParts)) return rows;
  const parts = Map.groupBy(
    [...documents.values()].flatMap(({ id, own }) =>
      (own ? contributesTo(own) : []).map((to) => ({ id, to })),
    ),
    ({ to }) => to,
  );
  const known = new Map<string, Status | undefined>();
  const statusOf = (id: string): Status | undefined => {
    if (!known.has(id)) known.set(id, worked(id));
    return known.get(id);
  };
  const worked = (id: string): Status | undefined => {
    const row = goalSummary(documents.get(id)!, today);
    if (!row || !isWorstOfParts(row)) return row?.status;
    const statuses = new Set((parts.get(id) ?? []).map((part) => statusOf(part.id)));
    return KNOWN.find((status) => statuses.has(status)) ?? row.status;
  };
  return rows.map((row) =>
    isWorstOfParts(row) ? { ...row, status: statusOf(row.goalId)!, policy: POLICY } : row,
  );
}

const isWorstOfParts = ({ rollUp, progressFrom }: GoalSummary): boolean =>
  rollUp === 'worst-status' && progressFrom === 'children';
