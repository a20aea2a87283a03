import type { Event, Facet, View } from '@pm/kernel';

export interface Goal {
  readonly node?: string;
  readonly value?: Facet<number>;
  readonly under?: Facet<readonly string[]>;
}
export interface Sum {
  readonly total: number;
}

/** Goals below each other, every side dated, with totals. */
export const tree: View<Goal, Event, Sum> = {
  name: 'tree',
  revision: 1,
  handles: [],
  key: () => undefined,
  evolve: (goal) => goal,
  history: { entries: () => [] },
  rollup: {
    above: ({ under }) => under?.value ?? [],
    cut: (goal, to) => ({
      ...goal,
      under: { ...goal.under!, value: goal.under!.value!.filter((id) => id !== to) },
    }),
    part: ({ value }, below) => ({ total: (value?.value ?? 0) + (below?.total ?? 0) }),
    add: (sum, part, sign) => {
      const total = (sum?.total ?? 0) + sign * part.total;
      return total === 0 ? undefined : { total };
    },
  },
};
