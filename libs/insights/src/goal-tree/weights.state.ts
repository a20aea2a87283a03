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

/** What children of a goal weigh: a group, so that one can be taken back exactly. */
export class Weights {
  private constructor(
    readonly all: bigint,
    readonly known: bigint,
    readonly weighted: bigint,
    readonly children: number,
    readonly spread: Spread,
  ) {}

  /** @param progress clamped; absent where it is not known */
  static ofChild(weight: bigint, progress: Ratio | undefined): Weights {
    if (progress === undefined) return new Weights(weight, 0n, 0n, 1, Spread.EMPTY);
    const spread = weight === 0n ? Spread.EMPTY : Spread.of(progress);
    return new Weights(weight, weight, progress * weight, 1, spread);
  }

  /** As it is in memory, or as it was written. */
  static of(weights: Weights | WrittenWeights): Weights {
    if (weights instanceof Weights) return weights;
    const { all, known, weighted, children, spread } = weights;
    return new Weights(BigInt(all), BigInt(known), BigInt(weighted), children, Spread.parsed(spread));
  }

  /** @returns undefined where no child is left */
  plus(part: Weights, sign: 1 | -1): Weights | undefined {
    const children = this.children + sign * part.children;
    if (children === 0) return undefined;
    const by = (total: bigint, change: bigint) => (sign === 1 ? total + change : total - change);
    return new Weights(
      by(this.all, part.all),
      by(this.known, part.known),
      by(this.weighted, part.weighted),
      children,
      this.spread.plus(part.spread, sign),
    );
  }

  toJSON(): WrittenWeights {
    const { all, known, weighted, children, spread } = this;
    return {
      all: all.toString(),
      known: known.toString(),
      weighted: weighted.toString(),
      children,
      spread: spread.toJSON(),
    };
  }
}
