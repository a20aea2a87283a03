import type { Ratio } from '@pm/kernel';
import { Spread } from './spread.state.js';

/** What children of a goal weigh, as written: integers as text, weights in 10^-24, weighted progress in 10^-36. */
export interface WrittenWeights {
  /** Weight of all contributing children. */
  readonly all: string;
  /** Weight of those whose progress is known (rule 3). */
  readonly known: string;
  /** Progress times weight of those. */
  readonly weighted: string;
  /** How many contribute. */
  readonly children: number;
  /** Progress of each of those that weigh anything, as {@link Spread} writes it. */
  readonly spread: string;
}

interface Totals {
  readonly all: bigint;
  readonly known: bigint;
  readonly weighted: bigint;
  readonly children: number;
}

/** What children of a goal weigh: a group, so that one can be taken back exactly. */
export class Weights {
  private constructor(
    readonly total: Totals,
    readonly spread: Spread,
  ) {}

  /** @param progress clamped; absent where it is not known */
  static ofChild(weight: bigint, progress: Ratio | undefined): Weights {
    if (progress === undefined)
      return new Weights({ all: weight, known: 0n, weighted: 0n, children: 1 }, Spread.EMPTY);
    const total = { all: weight, known: weight, weighted: progress * weight, children: 1 };
    return new Weights(total, weight === 0n ? Spread.EMPTY : Spread.of(progress));
  }

  /** As it is in memory, or as it was written. */
  static of(weights: Weights | WrittenWeights): Weights {
    if (weights instanceof Weights) return weights;
    const { all, known, weighted, children, spread } = weights;
    const total = { all: BigInt(all), known: BigInt(known), weighted: BigInt(weighted), children };
    return new Weights(total, Spread.parsed(spread));
  }

  /** @returns undefined where no child is left */
  plus({ total: part, spread }: Weights, sign: 1 | -1): Weights | undefined {
    const { all, known, weighted, children } = this.total;
    const left = children + sign * part.children;
    if (left === 0) return undefined;
    const by = (before: bigint, change: bigint) => (sign === 1 ? before + change : before - change);
    const total = {
      all: by(all, part.all),
      known: by(known, part.known),
      weighted: by(weighted, part.weighted),
      children: left,
    };
    return new Weights(total, this.spread.plus(spread, sign));
  }

  toJSON(): WrittenWeights {
    const { all, known, weighted, children } = this.total;
    return {
      all: all.toString(),
      known: known.toString(),
      weighted: weighted.toString(),
      children,
      spread: this.spread.toJSON(),
    };
  }
}
