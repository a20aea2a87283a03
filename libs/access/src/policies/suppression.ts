/** Fewest people whose figures nobody can tell apart in the figure of a group. */
export const GROUP_MIN = 5;

/** What a reader may not see of a tree in which goals count towards others. */
export interface Unseen {
  /** Whose a goal is that is hidden from the reader; undefined of every other. */
  readonly hiddenOf: (id: string) => string | undefined;
  /** What counts directly towards a goal, without cycles; of that, at least what is hidden or stands above something hidden. */
  readonly below: (id: string) => Iterable<string>;
  /** Whether it brings a figure to one that it counts towards: one that is known, and of some weight there. */
  readonly brings: (id: string, to: string) => boolean;
}

/** The people behind what is not known of a goal, and those of them whose figures are in its own. */
interface Behind {
  readonly all: ReadonlySet<string>;
  readonly telling: ReadonlySet<string>;
}

/**
 * Rule 18: whether the figures of a goal are withheld, because 1 to k-1 people stand behind what the reader does not know of
 * it: whoever knows the rest could reckon theirs out by subtraction. Of a larger group those alone count who bring a figure,
 * where anybody does: the mean of one value among five goals is that value.
 *
 * From the bottom up. What is not known of a goal is what is hidden directly below it, each with its owner, and what is
 * withheld there, each with the people behind it; a figure that is shown is known. That is the complementary rule, too: a
 * withheld figure is never the only one missing of a sum that is shown.
 *
 * @param groupMin k
 */
export function suppression(
  { hiddenOf, below, brings }: Unseen,
  groupMin = GROUP_MIN,
): (id: string) => boolean {
  const found = new Map<string, Behind>();
  const isFew = ({ all, telling }: Behind) =>
    all.size > 0 && (all.size < groupMin || (telling.size > 0 && telling.size < groupMin));
  /** Nobody where the figures are shown. */
  const behind = (id: string): Behind => {
    const known = found.get(id);
    if (known) return known;
    const people = { all: new Set<string>(), telling: new Set<string>() };
    for (const child of below(id)) {
      const owner = hiddenOf(child);
      const { all, telling } = owner === undefined ? behind(child) : { all: [owner], telling: [owner] };
      for (const person of all) people.all.add(person);
      if (brings(child, id)) for (const person of telling) people.telling.add(person);
      if (people.telling.size >= groupMin) break;
    }
    const told = isFew(people) ? people : NOBODY;
    found.set(id, told);
    return told;
  };
  return (id) => isFew(behind(id));
}

const NOBODY: Behind = { all: new Set(), telling: new Set() };
