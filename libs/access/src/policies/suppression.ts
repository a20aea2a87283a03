/** Fewest people whose figures nobody can tell apart in the figure of a group. */
export const GROUP_MIN = 5;

/** What a reader may not see of a tree in which goals count towards others. */
export interface Unseen {
  /** Whose a goal is that is hidden from the reader; undefined of every other. */
  readonly hiddenOf: (id: string) => string | undefined;
  /** What counts directly towards a goal, without cycles; of that, at least what is hidden or stands above something hidden. */
  readonly below: (id: string) => Iterable<string>;
}

/**
 * Rule 18: whether the figures of a goal are withheld, because 1 to k-1 people stand behind what the reader does not know of
 * it: whoever knows the rest could reckon theirs out by subtraction.
 *
 * From the bottom up. What is not known of a goal is what is hidden directly below it, each with its owner, and what is
 * withheld there, each with the people behind it; a figure that is shown is known. That is the complementary rule, too: a
 * withheld figure is never the only one missing of a sum that is shown.
 *
 * @param groupMin k
 */
export function suppression({ hiddenOf, below }: Unseen, groupMin = GROUP_MIN): (id: string) => boolean {
  const found = new Map<string, ReadonlySet<string>>();
  /** The people behind a figure that is withheld; nobody where it is shown. */
  const behind = (id: string): ReadonlySet<string> => {
    const known = found.get(id);
    if (known) return known;
    const people = new Set<string>();
    for (const child of below(id)) {
      const owner = hiddenOf(child);
      if (owner !== undefined) people.add(owner);
      else for (const person of behind(child)) people.add(person);
      if (people.size >= groupMin) break;
    }
    if (people.size >= groupMin) people.clear();
    found.set(id, people);
    return people;
  };
  return (id) => behind(id).size > 0;
}
