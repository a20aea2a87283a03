import { type LocalDate, unknown } from '@pm/kernel';
import type { Day } from './day.js';
import { goalRow, goalSummary, type GoalSummary, type TreeStored } from './goal-row.js';
import { type Seen, type SeenGoals, seen } from '../goal-sight/index.js';
import { type AsOf, isNow, type TreeDocuments } from './tree-reader.js';
import { WorstStatus } from './worst-status.js';

export interface TreeRequest extends AsOf {
  /** Only goals of this unit. */
  readonly unitId?: string;
  /** Only this goal and all below it. */
  readonly under?: string;
  /** Goals that are archived, too. */
  readonly archived?: boolean;
}

export type RowOf<Row> = (document: TreeStored, day: Day) => Row | undefined;

/** A tree as it is shown: on which day, and what the reader sees of it. */
export interface ShownTree {
  readonly documents: TreeDocuments;
  readonly day: Day;
  readonly seenGoals: SeenGoals;
}

/**
 * The goals that somebody asked for, with whatever they are to be shown with.
 *
 * @param show what becomes of each, at once: thousands of rows that wait for it would be in the way of everybody else's
 */
export function chosenRows<Row extends GoalSummary, Shown>(
  { documents, day, seenGoals }: ShownTree,
  request: TreeRequest,
  rowOf: RowOf<Row>,
  show: (row: Seen<Row>, document: TreeStored) => Shown,
): Shown[] {
  const worst = new WorstStatus(documents, day);
  const rows: Shown[] = [];
  const choose = (document: TreeStored): void => {
    const row = rowOf(document, day);
    const shown = row && seen(seenGoals, document, worst.shown(row));
    if (shown && isChosen(shown, request)) rows.push(show(shown, document));
  };
  for (const document of request.under === undefined ? documents.values() : below(documents, request.under))
    choose(document);
  return rows;
}

/** By what is shown of it: what is chosen by tells what it is. */
const isChosen = ({ owner, archived }: Seen<GoalSummary>, request: TreeRequest): boolean =>
  (!request.unitId || owner?.unitId === request.unitId) && (request.archived || !archived);

/** Rows as of a moment; those of now are remembered, as their documents stay the same from one read to the next. */
function rowsAt<Row>(rowOf: RowOf<Row>): (at: AsOf) => RowOf<Row> {
  const now = rememberedByDay(rowOf);
  return (at) => (isNow(at) ? now : rowOf);
}

export const goalRowsAt = rowsAt(goalRow);
export const goalSummariesAt = rowsAt(goalSummary);

function rememberedByDay<Row>(rowOf: RowOf<Row>): RowOf<Row> {
  const shown = new WeakMap<TreeStored, { readonly date: LocalDate; readonly row: Row | undefined }>();
  return (document, day) => {
    let known = shown.get(document);
    if (known?.date !== day.date) {
      const row = rowOf(document, day);
      // A copy: where objects are made that live long, the engine puts all others among the old, too.
      known = { date: day.date, row: row && { ...row } };
      shown.set(document, known);
    }
    return known.row;
  };
}

/** A goal and all below it. */
function below(documents: TreeDocuments, root: string): Iterable<TreeStored> {
  const goal = documents.get(root);
  if (!goal?.own?.about) throw unknown('goal-unknown', 'There was no such goal at that time.');
  const found = new Set([goal]);
  for (const { id } of found) for (const child of documents.below(id)) found.add(child);
  return found;
}
