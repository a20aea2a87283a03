/**
 * Everything reachable from the start along links, in an order in which each stands before all that is above it.
 *
 * @throws Error where links close a cycle, unless cycles are allowed: then the link met last goes against the order
 */
export function upwards(
  start: readonly string[],
  above: (id: string) => readonly string[],
  { cyclesAllowed = false } = {},
): string[] {
  const downwards: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const path: { id: string; rest: string[] }[] = [];
  const enter = (id: string): void => {
    if (state.get(id) === 'open' && !cyclesAllowed) throw new Error(`links close a cycle at ${id}`);
    if (state.has(id)) return;
    state.set(id, 'open');
    path.push({ id, rest: [...above(id)] });
  };
  for (const root of start) {
    enter(root);
    while (path.length > 0) {
      const { id, rest } = path.at(-1)!;
      const next = rest.pop();
      if (next !== undefined) enter(next);
      else {
        state.set(id, 'done');
        downwards.push(id);
        path.pop();
      }
    }
  }
  return downwards.reverse();
}

/** A link counts once, however often a document names it. */
export const once = (ids: readonly string[]): readonly string[] => (ids.length > 1 ? [...new Set(ids)] : ids);
