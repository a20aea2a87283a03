import { OPERATOR } from '@pm/access';
import { kpiNow, readable, ReadGoalTree } from '@pm/insights';
import {
  calendarInForce,
  type GoalId,
  type KpiId,
  type LocalDate,
  type Owner,
  type PersonId,
  type UnitId,
} from '@pm/kernel';
import { missedFrom } from '@pm/measurement';
import { latestIn } from '@pm/measurement/events';
import type { GoalAtHand } from '@pm/notifications';
import { goals } from '@pm/planning';
import type { Product } from '../jobs/product.js';

/** Phases in which somebody may have to be told of a goal. */
const OPEN: readonly string[] = ['proposed', 'agreed', 'active', 'paused'];

/** Every goal of which somebody may have to be told, as the tree shows it. */
export async function openGoals({ queries }: Product): Promise<GoalId[]> {
  const tree = await queries.execute(new ReadGoalTree(OPERATOR, {}));
  return readable(tree.goals).flatMap(({ goalId, phase }) =>
    OPEN.includes(phase) ? [goalId as GoalId] : [],
  );
}

/** A goal as it is on record now, with whose it is; undefined where it is nobody's. */
export async function goalAtHand(
  goalId: GoalId,
  product: Product,
): Promise<{ readonly goal: GoalAtHand; readonly owner: Owner } | undefined> {
  const goal = await product.answers.asking().read(goals, goalId);
  const { phase, termsRevision, accepted, requested, terms } = goal;
  const owner = ownerOf(goal.owner);
  if (!owner) return undefined;
  const { measure, start, end } = terms ?? {};
  const missed = measure && phase === 'active' ? await firstMissed(measure.kpiId, product, start) : undefined;
  return { owner, goal: { goalId, phase, termsRevision, accepted, requested, end, missedFrom: missed } };
}

function ownerOf({ personId, unitId }: { personId?: PersonId; unitId?: UnitId }): Owner | undefined {
  if (personId) return { personId };
  return unitId && { unitId };
}

/** @param begun from which day on values are awaited */
async function firstMissed(kpiId: KpiId, { answers, queries }: Product, begun: LocalDate | undefined) {
  const series = await kpiNow(queries, kpiId);
  if (!series || series.retired) return undefined;
  const calendar = await answers.asking().ask(calendarInForce, {});
  return missedFrom(latestIn(series)?.period, series.frequency, { begun, calendar });
}
