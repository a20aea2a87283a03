import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reader } from '@pm/access';
import { type AsOf, TreeReader } from '../goal-tree/tree-reader.js';
import { GoalSights } from './goal-sights.js';

/** Which of some goals a reader may not read: whatever tells of a goal must not name those. */
export class ReadHiddenGoals extends Query<ReadonlySet<string>> {
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
    if (goalIds.length === 0) return new Set();
    const [documents, now] = [await this.reader.documents(at), await this.reader.documents({})];
    // To one that there was not yet nobody stood: if it is closed now, a role alone shows it.
    const goals = [...new Set(goalIds)].flatMap((id) => documents.get(id) ?? now.get(id) ?? []);
    const seenGoals = await this.sights.of(by, at, documents, goals);
    return new Set(goals.flatMap((goal) => (seenGoals.sightOf(goal) === 'full' ? [] : goal.id)));
  }
}
