import type { Rollup } from '@pm/kernel';

/** Sums by plain recursion, from the documents alone: the reference for every roll-up. */
export function sumsOf<Doc extends object, Sum>(
  rollup: Rollup<Doc, Sum>,
  documents: ReadonlyMap<string, Doc>,
): Map<string, Sum> {
  const sumOf = (id: string): Sum | undefined => {
    let sum: Sum | undefined;
    for (const [below, document] of documents) {
      if (!rollup.above(document).includes(id)) continue;
      const part = rollup.part(document, sumOf(below), id);
      if (part !== undefined) sum = rollup.add(sum, part, 1);
    }
    return sum;
  };
  const ids = new Set([...documents].flatMap(([id, document]) => [id, ...rollup.above(document)]));
  return new Map(
    [...ids].flatMap((id) => {
      const sum = sumOf(id);
      return sum === undefined ? [] : [[id, sum] as const];
    }),
  );
}
