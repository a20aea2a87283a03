import { type GoalRecord, isOpen } from '@pm/access';
import { remembered } from '@pm/kernel';
import type { TreeDocument } from '../goal-tree/goal-documents.state.js';
import type { TreeStored } from '../goal-tree/goal-row.js';
import { contributesTo } from '../goal-tree/goal-sums.state.js';
import { type AsOf, isNow, type TreeDocuments, type TreeReader } from '../goal-tree/tree-reader.js';

/** What the policy must know of a goal. */
export const recordOf = ({ owner, visibility, phase }: TreeDocument): GoalRecord => ({
  of: owner?.value?.personId === undefined ? 'unit' : 'person',
  visibility: visibility?.value ?? 'public',
  phase: phase?.value ?? 'draft',
});

/** Whether not everybody may read it. */
export const isClosed = (document: TreeStored | undefined): boolean =>
  document?.own?.about !== undefined && !isOpen(recordOf(document.own));

/** The goals of a tree that are not everybody's to read: few, where there are any, so that nobody else pays for them. */
export class ClosedGoals {
  private readonly closed: ReadonlyMap<string, TreeStored>;
  private links: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(
    readonly all: readonly TreeStored[],
    private readonly documents: TreeDocuments,
  ) {
    this.closed = new Map(all.map((document) => [document.id, document]));
  }

  has(id: string): boolean {
    return this.closed.has(id);
  }

  /** Of what counts directly towards a goal, what is closed or stands above something closed. */
  below(id: string): readonly string[] {
    this.links ??= this.linked();
    return this.links.get(id) ?? NONE;
  }

  /** Those that some goals are, or that count towards them over however many steps. */
  within(goals: readonly TreeStored[]): readonly TreeStored[] {
    if (this.all.length === 0) return [];
    const found = new Set(goals.map(({ id }) => id));
    for (const id of found) for (const child of this.below(id)) found.add(child);
    return [...found].flatMap((id) => this.closed.get(id) ?? []);
  }

  private linked(): ReadonlyMap<string, readonly string[]> {
    const links = new Map<string, string[]>();
    const found = new Set(this.closed.keys());
    for (const id of found)
      for (const parent of countsTowards(this.documents, id)) {
        const children = links.get(parent);
        if (children) children.push(id);
        else links.set(parent, [id]);
        found.add(parent);
      }
    return links;
  }
}

const NONE: readonly string[] = [];

/** The goals directly above one that its figure counts towards. */
function countsTowards(documents: TreeDocuments, id: string): readonly string[] {
  const own = documents.get(id)?.own;
  return own ? contributesTo(own) : [];
}

/** Found once for each state of the tree. */
export const closedNow = remembered(
  (documents: TreeDocuments) => new ClosedGoals([...documents.values()].filter(isClosed), documents),
);

/** Of a tree as of a moment: those that were closed then, and those that are now. */
export async function closedIn(
  documents: TreeDocuments,
  at: AsOf,
  reader: Pick<TreeReader, 'documents'>,
): Promise<ClosedGoals> {
  if (isNow(at)) return closedNow(documents);
  const now = closedNow(await reader.documents({}));
  const since = now.all.flatMap(({ id }) => documents.get(id) ?? []);
  return new ClosedGoals([...new Set([...closedNow(documents).all, ...since])], documents);
}
