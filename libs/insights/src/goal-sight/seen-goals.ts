import { type GoalReadingSettings, type Sight, sightOf, suppression, type Viewer } from '@pm/access';
import type { PersonId, ReaderStanding } from '@pm/kernel';
import type { TreeDocument } from '../goal-tree/goal-documents.state.js';
import { bringsTo } from '../goal-tree/goal-sums.state.js';
import type { GoalSummary, TreeStored } from '../goal-tree/goal-row.js';
import type { TreeDocuments } from '../goal-tree/tree-reader.js';
import { type ClosedGoals, isClosed, recordOf } from './closed-goals.js';
import { metaOf, placeOf, type Seen, withoutFigures } from './seen-goal.js';

type Standings = ReadonlyMap<PersonId, ReaderStanding>;

/** What a reader sees of the goals of a tree. */
export interface SeenGoals {
  readonly sightOf: (document: TreeStored) => Sight;
  /** Whether the figures of a goal would tell those of too few others (rule 18). */
  readonly withholds: (goalId: string) => boolean;
}

/** Of a goal a reader sees everything, for whatever reason. */
export const EVERYTHING: SeenGoals = { sightOf: () => 'full', withholds: () => false };

export const NOTHING: SeenGoals = { sightOf: () => 'none', withholds: () => true };

/** A goal as a reader sees it; undefined where not even its place is theirs to see, or that is of no use any more. */
export function seen<Row extends GoalSummary>(
  { sightOf: sightIn, withholds }: SeenGoals,
  document: TreeStored,
  row: Row,
): Seen<Row> | undefined {
  switch (sightIn(document)) {
    case 'full':
      return withholds(row.goalId) ? withoutFigures(row) : row;
    case 'meta':
      return metaOf(row);
    case 'aggregate':
    case 'placeholder':
      // Whether a goal is archived tells that it is over.
      return row.archived ? undefined : placeOf(row);
    case 'none':
      return undefined;
  }
}

export interface Looking {
  readonly viewer: Viewer;
  readonly settings: GoalReadingSettings;
  readonly documents: TreeDocuments;
  /** Goals that may be hidden. */
  readonly closed: ClosedGoals;
  readonly now: TreeDocuments;
  /** How the viewer stands to their owners now, and to those then where the read is of a moment. */
  readonly standings: { readonly now: Standings; readonly past?: Standings };
}

/**
 * What somebody sees, decided as it is shown: from the document that is shown, so that what was closed while this was
 * prepared is not shown by mistake. Whoever is not known to stand to its owner stands to nobody.
 */
export function seenBy(looking: Looking): SeenGoals {
  const { documents, closed, now } = looking;
  const decided = new WeakMap<TreeStored, Sight>();
  const sight = (document: TreeStored): Sight => {
    const today = now.get(document.id);
    if (!isClosed(document) && (today === document || !isClosed(today))) return 'full';
    let told = decided.get(document);
    if (told === undefined) decided.set(document, (told = sightNowAndThen(looking, document, today)));
    return told;
  };
  const hiddenOf = (id: string) => {
    const document = documents.get(id)!;
    return sight(document) === 'full' ? undefined : (ownerOf(document.own!) ?? id);
  };
  const below = (id: string) => closed.below(id);
  const brings = (id: string, to: string) => bringsTo(documents.get(id)!, to);
  return { sightOf: sight, withholds: suppression({ hiddenOf, below, brings }) };
}

/** By the goal as it is today, with today's standings, and as it was then, with those of then. */
export function sightNowAndThen(
  { viewer, settings, standings }: Pick<Looking, 'viewer' | 'settings' | 'standings'>,
  { own }: TreeStored,
  today: TreeStored | undefined,
): Sight {
  const sides = [
    { own: today?.own, known: standings.now },
    ...(standings.past ? [{ own, known: standings.past }] : []),
  ].filter((side): side is { own: TreeDocument; known: Standings } => side.own?.about !== undefined);
  const standing = sides.flatMap((side) => side.known.get(ownerOf(side.own)!) ?? []);
  const records = sides.map((side) => recordOf(side.own));
  return sightOf({ roles: viewer.roles, standings: standing }, records, settings);
}

export const ownerOf = ({ owner }: TreeDocument): PersonId | undefined => owner?.value?.personId;
