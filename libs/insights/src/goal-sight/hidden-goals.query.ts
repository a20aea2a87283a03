import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, type QueryBus, QueryHandler } from '@nestjs/cqrs';
import type { Reader } from '@pm/access';
import type { GoalId } from '@pm/kernel';
import { type AsOf, TreeReader } from '../goal-tree/tree-reader.js';
import { GoalSights } from './goal-sights.js';

/** Which of some goals a reader may not read: whatever tells of a goal must not name those. */
class ReadHiddenGoals extends Query<ReadonlySet<string>> {
  constructor(
    readonly by: Reader,
    readonly at: AsOf,
    readonly goalIds: readonly string[],
  ) {
    super();
  }
}

@QueryHandler(ReadHiddenGoals)
export class ReadHiddenGoalsHandler implements IQueryHandler<ReadHiddenGoals> {
  constructor(
    @Inject(TreeReader) private readonly reader: TreeReader,
    @Inject(GoalSights) private readonly sights: GoalSights,
  ) {}

  async execute({ by, at, goalIds }: ReadHiddenGoals): Promise<ReadonlySet<string>> {
    const [documents, now] = [await this.reader.documents(at), await this.reader.documents({})];
    // To one that there was not yet nobody stood: if it is closed now, a role alone shows it.
    const goals = [...new Set(goalIds)].flatMap((id) => documents.get(id) ?? now.get(id) ?? []);
    const seenGoals = await this.sights.of(by, at, documents, goals);
    return new Set(goals.flatMap((goal) => (seenGoals.sightOf(goal) === 'full' ? [] : goal.id)));
  }
}

/** A KPI is everybody's to read, but not that it tells of a goal which is not. */
export async function withoutHiddenGoals<Kpi extends { readonly goalId?: GoalId }>(
  kpis: readonly Kpi[],
  { queries, by, at }: { readonly queries: QueryBus; readonly by: Reader; readonly at: AsOf },
): Promise<readonly Kpi[]> {
  const goalIds = kpis.flatMap(({ goalId }) => goalId ?? []);
  if (goalIds.length === 0) return kpis;
  const hidden = await queries.execute(new ReadHiddenGoals(by, at, goalIds));
  return kpis.map((kpi) => {
    const { goalId, ...others } = kpi;
    return goalId !== undefined && hidden.has(goalId) ? (others as Kpi) : kpi;
  });
}
