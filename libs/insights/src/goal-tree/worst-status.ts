import type { Status } from '@pm/kernel';
import type { Day } from './day.js';
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
export class WorstStatus {
  private readonly known = new Map<string, Status | undefined>();

  constructor(
    private readonly documents: TreeDocuments,
    private readonly day: Day,
  ) {}

  shown<Row extends GoalSummary>(row: Row): Row {
    return isWorstOfParts(row) ? { ...row, status: this.statusOf(row.goalId)!, policy: POLICY } : row;
  }

  private statusOf(id: string): Status | undefined {
    if (!this.known.has(id)) this.known.set(id, this.worked(id));
    return this.known.get(id);
  }

  private worked(id: string): Status | undefined {
    const row = goalSummary(this.documents.get(id)!, this.day);
    if (!row || !isWorstOfParts(row)) return row?.status;
    const parts = this.documents.below(id).filter(({ own }) => own && contributesTo(own).includes(id));
    const statuses = new Set(parts.map((part) => this.statusOf(part.id)));
    return KNOWN.find((status) => statuses.has(status)) ?? row.status;
  }
}

const isWorstOfParts = ({ rollUp, progressFrom }: GoalSummary): boolean =>
  rollUp === 'worst-status' && progressFrom === 'children';
