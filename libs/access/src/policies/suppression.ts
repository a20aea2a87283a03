/** Fewest people whose figures nobody can tell apart in the figure of a group. */
export const GROUP_MIN = 5;

/** What a reader may not see of a tree in which goals contribute to others. */
export interface Unseen {
  /** Goals that count and are hidden from the reader, with whose each is. */
  readonly hidden: ReadonlyMap<string, string>;
  /** The goals that a goal contributes to; without cycles. */
  readonly above: (id: string) => readonly string[];
}

/**
 * Rule 18: the goals whose figures are withheld, because 1 to k-1 people stand behind what the reader does not know of
 * them: whoever knows the rest could reckon theirs out by subtraction.
 *
 * From the bottom up. What is not known of a goal is what is hidden directly below it, each with its owner, and what is
 * withheld there, each with the people behind it; a figure that is shown is known. That is the complementary rule, too: a
 * withheld figure is never the only one missing of a sum that is shown.
 *
 * @param groupMin k
 */
export function withheld({ hidden, above }: Unseen, groupMin = GROUP_MIN): ReadonlySet<string> {
  const below = touchedBy(hidden.keys(), above);
  const found = new Map<string, ReadonlySet<string>>();
  /** Of a goal that is not hidden: the people behind its figure where it is withheld, nobody where it is shown. */
  const behind = (id: string): ReadonlySet<string> => {
    const known = found.get(id);
    if (known) return known;
    const people = new Set<string>();
    for (const child of below.get(id)!) {
      const owner = hidden.get(child);
      if (owner !== undefined) people.add(owner);
      else for (const person of behind(child)) people.add(person);
    }
    if (people.size >= groupMin) people.clear();
    found.set(id, people);
    return people;
  };
  return new Set([...below.keys()].filter((id) => !hidden.has(id) && behind(id).size > 0));
}

/** Every goal above some others, with those directly below it that are among them or above them. */
function touchedBy(ids: Iterable<string>, above: Unseen['above']): ReadonlyMap<string, ReadonlySet<string>> {
  const below = new Map<string, Set<string>>();
  const found = new Set(ids);
  for (const id of found)
    for (const parent of above(id)) {
      const children = below.get(parent);
      if (children) children.add(id);
      else below.set(parent, new Set([id]));
      found.add(parent);
    }
  return below;
}
