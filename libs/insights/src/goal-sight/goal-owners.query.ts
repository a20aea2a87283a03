import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { PersonId } from '@pm/kernel';
import { ownersIn } from '../goal-tree/owners.js';
import { type AsOf, TreeReader } from '../goal-tree/tree-reader.js';
import { closedIn } from './closed-goals.js';

/** Whose some goals are at a moment that somebody was told of, for the record of reads; goals of units are nobody's. */
export class ReadGoalOwners extends Query<readonly PersonId[]> {
  /** @param which `closed`: of those alone that are not everybody's to read */
  constructor(
    readonly goalIds: readonly string[],
    readonly at: AsOf,
    readonly which: 'all' | 'closed' = 'all',
  ) {
    super();
  }
}

@QueryHandler(ReadGoalOwners)
export class ReadGoalOwnersHandler implements IQueryHandler<ReadGoalOwners> {
  constructor(@Inject(TreeReader) private readonly reader: TreeReader) {}

  async execute({ goalIds, at, which }: ReadGoalOwners): Promise<readonly PersonId[]> {
    const documents = await this.reader.documents(at);
    const closed = which === 'closed' ? await closedIn(documents, at, this.reader) : undefined;
    const told = goalIds.filter((id) => closed?.has(id) ?? true);
    return ownersIn(told.map((id) => ({ owner: documents.get(id)?.own?.owner?.value ?? undefined })));
  }
}
