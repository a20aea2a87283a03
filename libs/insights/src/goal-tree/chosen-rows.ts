import type { Reader } from '@pm/access';
import type { Answers } from '@pm/eventing';
import { type LocalDate, type PersonId, unknown } from '@pm/kernel';
import type { Freshness } from '@pm/projections';
import { type Day, dayOf } from './day.js';
import { goalRow, goalSummary, type GoalSummary, type TreeStored } from './goal-row.js';
import { type GoalSights, type Seen, seen } from '../goal-sight/index.js';
import { ownersIn } from './owners.js';
import { type AsOf, isNow, type TreeDocuments, type TreeReader } from './tree-reader.js';
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

/** What trees are read with. */
export interface TreeParts {
  readonly reader: TreeReader;
  readonly answers: Answers;
  readonly sights: GoalSights;
}

interface TreeQuery {
  readonly by: Reader;
  readonly request: TreeRequest;
  readonly freshness: Freshness;
}

interface ReadRows<Shown> {
  readonly documents: TreeDocuments;
  readonly rows: readonly Shown[];
  /** Whose goals are shown that not everybody may read. */
  readonly disclosed: readonly PersonId[];
}

/**
 * Reads the goals that somebody asked for, with whatever they are to be shown with.
 *
 * @param show what becomes of each, at once: thousands of rows that wait for it would be in the way of everybody else's
 */
export async function readRows<Row extends GoalSummary, Shown>(
  { reader, answers, sights }: TreeParts,
  { by, request, freshness }: TreeQuery,
  rowsOf: (at: AsOf) => RowOf<Row>,
  show: (row: Seen<Row>) => Shown,
): Promise<ReadRows<Shown>> {
  const documents = await reader.documents(request, freshness);
  const day = await dayOf(request, answers);
  const seenGoals = await sights.of(by, request, documents);
  const isDisclosing = await sights.disclosing(request);
  const [rowOf, worst] = [rowsOf(request), new WorstStatus(documents, day)];
  const [rows, disclosing]: [Shown[], Seen<Row>[]] = [[], []];
  const choose = (document: TreeStored): void => {
    const row = rowOf(document, day);
    const shown = row && seen(seenGoals, document, worst.shown(row));
    if (!shown || !isChosen(shown, request)) return;
    if (isDisclosing(document)) disclosing.push(shown);
    rows.push(show(shown));
  };
  for (const document of request.under === undefined ? documents.values() : below(documents, request.under))
    choose(document);
  return { documents, rows, disclosed: ownersIn(disclosing) };
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
