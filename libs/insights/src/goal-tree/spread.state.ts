import { FULL, type Ratio } from '@pm/kernel';

/** Progress from 0 to 1 in 10^-12, with zeros in front: texts of one length are in the order of their numbers. */
const DIGITS = FULL.toString().length;
/** Put in order at the latest after so many steps: that costs by the length of the whole, about the root of twice ten thousand. */
const STEPS_MAX = 128;

/** One spread on top of another: together with it, or without it. */
interface Step {
  readonly before: Spread;
  readonly other: Spread;
  readonly sign: 1 | -1;
}

/**
 * What goals brought: the least and the most of them cannot be kept by difference, for who takes one back must know the next.
 * It is put in order only when somebody asks or writes it: most goals go by the mean. Never changed once it is made.
 */
export class Spread {
  static readonly EMPTY = new Spread([]);

  private constructor(
    private ordered: readonly Ratio[] | undefined,
    private last?: Step,
    private readonly steps = 0,
    /** Those that nobody has asked for yet. */
    private loose?: readonly Ratio[],
  ) {}

  /** @param ratios not to be changed any more */
  static of(ratios: readonly Ratio[]): Spread {
    return ratios.length > 1 ? new Spread(undefined, undefined, 0, ratios) : new Spread(ratios);
  }

  /** @param text as `toJSON` wrote it */
  static parsed(text: string): Spread {
    const count = text.length / DIGITS;
    return new Spread(
      Array.from({ length: count }, (_, index) => BigInt(text.slice(index * DIGITS, (index + 1) * DIGITS))),
    );
  }

  /** Together with another, or without it: then all of the other must be in it. */
  plus(other: Spread, sign: 1 | -1): Spread {
    if (other === Spread.EMPTY) return this;
    const spread = new Spread(undefined, { before: this, other, sign }, this.last ? this.steps + 1 : 1);
    if (spread.steps > STEPS_MAX) spread.inOrder();
    return spread;
  }

  /** @returns undefined where nothing was brought */
  least(): Ratio | undefined {
    return this.inOrder()[0];
  }

  /** @returns undefined where nothing was brought */
  most(): Ratio | undefined {
    return this.inOrder().at(-1);
  }

  /** 13 digits each, ascending. */
  toJSON(): string {
    return this.inOrder()
      .map((ratio) => ratio.toString().padStart(DIGITS, '0'))
      .join('');
  }

  /** All of them, ascending. */
  inOrder(): readonly Ratio[] {
    if (this.ordered) return this.ordered;
    if (this.loose) {
      this.ordered = this.loose.toSorted(ascending);
      this.loose = undefined;
      return this.ordered;
    }
    const [added, removed]: [Ratio[], Ratio[]] = [[], []];
    let step = this.last!;
    const take = ({ other, sign }: Step) => (sign === 1 ? added : removed).push(...other.inOrder());
    for (; step.before.last; step = step.before.last) take(step);
    take(step);
    this.ordered = without(merged(step.before.inOrder(), added.sort(ascending)), removed);
    this.last = undefined;
    return this.ordered;
  }
}

const ascending = (a: Ratio, b: Ratio): number => (a < b ? -1 : a > b ? 1 : 0);

function merged(a: readonly Ratio[], b: readonly Ratio[]): Ratio[] {
  const all: Ratio[] = [];
  let next = 0;
  for (const ratio of a) {
    while (next < b.length && b[next]! < ratio) all.push(b[next++]!);
    all.push(ratio);
  }
  return all.concat(b.slice(next));
}

function without(ordered: readonly Ratio[], removed: readonly Ratio[]): readonly Ratio[] {
  if (removed.length === 0) return ordered;
  const gone = new Map<Ratio, number>();
  for (const ratio of removed) gone.set(ratio, (gone.get(ratio) ?? 0) + 1);
  return ordered.filter((ratio) => {
    const left = gone.get(ratio) ?? 0;
    if (left > 0) gone.set(ratio, left - 1);
    return left === 0;
  });
}
