/** A figure and the raw limit measured beside it, both as operations a second. */
export interface Row {
  readonly name: string;
  readonly ours: number;
  readonly raw: number;
  /** What the raw limit is. */
  readonly limit: string;
  /** Least share of the raw limit that we accept of ourselves. */
  readonly budget: number;
}

/** A figure that must not be above its budget, both in its unit. */
export interface Bounded {
  readonly name: string;
  readonly ours: number;
  readonly unit: 'ms' | 's' | 'MB';
  readonly budget: number;
  /** What else is worth knowing of it. */
  readonly also?: string;
}

export type Figure = Row | Bounded;

/** Where a section may put its files, and how much it does. */
export interface Bench {
  readonly directory: string;
  /** A small part of everything, to see whether it works; its figures tell nothing. */
  readonly quick: boolean;
  /** A million events where it is otherwise a tenth of that. */
  readonly large: boolean;
  readonly say: (line: string) => void;
}

/** One side of a comparison: prepares, then does the work that is timed. */
export interface Side {
  /** @returns how many operations were done */
  run(): Promise<number> | number;
  /** Lets go of what it holds, once its time is taken. */
  close?(): Promise<void>;
}

/** Runs two sides in turn, so that a change of the machine's speed meets both; medians of operations a second. */
export async function compared(
  { name, limit, budget }: Pick<Row, 'name' | 'limit' | 'budget'>,
  sides: { ours: () => Promise<Side> | Side; raw: () => Promise<Side> | Side },
  rounds = 5,
): Promise<Row> {
  const rates = { ours: [] as number[], raw: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    for (const which of ['raw', 'ours'] as const) {
      const side = await sides[which]();
      const started = performance.now();
      const operations = await side.run();
      const rate = operations / ((performance.now() - started) / 1000);
      if (round > 0) rates[which].push(rate);
      await side.close?.();
    }
  }
  return { name, limit, budget, ours: median(rates.ours), raw: median(rates.raw) };
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** @param share of the values that are at or below it, from 0 to 1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)]!;
}

/** A share of the callers each do their part, all at once. */
export async function byCallers(
  callers: number,
  operations: number,
  once: (index: number) => Promise<unknown>,
) {
  let next = 0;
  const caller = async () => {
    while (next < operations) await once(next++);
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return operations;
}
