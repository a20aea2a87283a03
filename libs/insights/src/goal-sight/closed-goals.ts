import { type GoalRecord, isOpen } from '@pm/access';
import { remembered } from '@pm/kernel';
import type { TreeDocument } from '../goal-tree/goal-documents.state.js';
import type { TreeStored } from '../goal-tree/goal-row.js';
import { contributesTo } from '../goal-tree/goal-sums.state.js';
import type { TreeDocuments } from '../goal-tree/tree-reader.js';

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
  private ofEach: ReadonlyMap<string, readonly TreeStored[]> | undefined;

  constructor(
    readonly all: readonly TreeStored[],
    private readonly documents: TreeDocuments,
  ) {}

  /** Those that some goals are, or that count towards them over however many steps. */
  within(goals: readonly TreeStored[]): readonly TreeStored[] {
    if (this.all.length === 0) return [];
    this.ofEach ??= this.spread();
    return [...new Set(goals.flatMap(({ id }) => this.ofEach!.get(id) ?? []))];
  }

  private spread(): ReadonlyMap<string, readonly TreeStored[]> {
    const ofEach = new Map<string, TreeStored[]>();
    for (const closed of this.all) {
      const upwards = new Set([closed.id]);
      for (const id of upwards) {
        const there = ofEach.get(id);
        if (there) there.push(closed);
        else ofEach.set(id, [closed]);
        for (const parent of countsTowards(this.documents, id)) upwards.add(parent);
      }
    }
    return ofEach;
  }
}

/** The goals directly above one that its figure counts towards. */
export function countsTowards(documents: TreeDocuments, id: string): readonly string[] {
  const own = documents.get(id)?.own;
  return own ? contributesTo(own) : [];
}

/** Found once for each state of the tree. */
export const closedNow = remembered(
  (documents: TreeDocuments) => new ClosedGoals([...documents.values()].filter(isClosed), documents),
);

/** Of a moment: those that were closed then, and those that are now. */
export function closedThen(documents: TreeDocuments, now: TreeDocuments): ClosedGoals {
  const since = closedNow(now).all.flatMap(({ id }) => documents.get(id) ?? []);
  return new ClosedGoals([...new Set([...closedNow(documents).all, ...since])], documents);
}
