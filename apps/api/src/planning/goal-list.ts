import type { GoalRow, IndicatorRow, Seen } from '@pm/insights';
import { listed, PAGE_DOCUMENTS_MAX } from '@pm/projections';
import { invalid } from '../http/invalid-input.js';
import { where } from '../http/list.query.js';
import type { GoalsQuery } from './goals.query.js';

const LIST = { view: 'goals', revision: 1, indexes: ['number', 'kind', 'phase', 'status', 'start', 'end'] };

interface Goals {
  readonly goals: readonly Seen<GoalRow>[];
  readonly indicators?: readonly IndicatorRow[];
}

/**
 * The goals of a tree that a list asks for, with their indicators. Status is worked out as it is read, so it is filtered
 * and sorted here, of the tree that is in memory anyway. @throws BadCursor
 */
export function listedGoals(
  { goals, indicators }: Goals,
  { phase, status, sort, limit, cursor }: GoalsQuery,
): Goals & { readonly next?: string } {
  const of = where({ phase, status });
  const isWhole = [sort, limit, cursor, ...Object.values(of)].every((given) => given === undefined);
  if (isWhole) return { goals, indicators };
  const documents = goals.map((own) => ({ id: own.goalId, own }));
  const page = listed(documents, LIST, {
    where: of,
    sortBy: sort,
    limit: limit ?? PAGE_DOCUMENTS_MAX,
    cursor,
  });
  const rows = page.documents.map(({ own }) => own as Seen<GoalRow>);
  const ids = new Set(rows.map(({ goalId }) => goalId));
  return { goals: rows, indicators: indicators?.filter(({ goalId }) => ids.has(goalId)), next: page.next };
}

/** A compact tree is all of it. @throws InvalidInput */
export function refuseListing({ phase, status, sort, fields, limit, cursor }: GoalsQuery): void {
  const [name] =
    Object.entries({ phase, status, sort, fields, limit, cursor }).find(([, value]) => value) ?? [];
  if (name) throw invalid(`/${name}`, 'compact', 'a compact tree takes unit, under and archived only');
}
