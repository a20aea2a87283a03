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
  /** Made when somebody asks: most goals go by the mean. */
  private made: Spread | undefined;
  /** Of one child that weighs something: its progress. */
  private brought: Ratio | undefined;

  private constructor(
    readonly all: bigint,
    readonly known: bigint,
    readonly weighted: bigint,
    readonly children: number,
  ) {}

  /** @param progress clamped; absent where it is not known */
  static ofChild(weight: bigint, progress: Ratio | undefined): Weights {
    if (progress === undefined) return new Weights(weight, 0n, 0n, 1);
    const weights = new Weights(weight, weight, progress * weight, 1);
    if (weight !== 0n) weights.brought = progress;
    return weights;
  }

  /** As it is in memory, or as it was written. */
  static of(weights: Weights | WrittenWeights): Weights {
    if (weights instanceof Weights) return weights;
    const { all, known, weighted, children, spread } = weights;
    const read = new Weights(BigInt(all), BigInt(known), BigInt(weighted), children);
    return read.spreadOver(Spread.parsed(spread));
  }

  /** All at once. */
  static together(parts: readonly Weights[]): Weights {
    let [all, known, weighted, children] = [0n, 0n, 0n, 0];
    const brought: Ratio[] = [];
    for (const part of parts) {
      all += part.all;
      known += part.known;
      weighted += part.weighted;
      children += part.children;
      for (const ratio of part.ratios()) brought.push(ratio);
    }
    return new Weights(all, known, weighted, children).spreadOver(Spread.of(brought));
  }

  get spread(): Spread {
    return (this.made ??= this.brought === undefined ? Spread.EMPTY : Spread.of([this.brought]));
  }

  /** @returns undefined where no child is left */
  plus(part: Weights, sign: 1 | -1): Weights | undefined {
    const children = this.children + sign * part.children;
    if (children === 0) return undefined;
    const by = (before: bigint, change: bigint) => (sign === 1 ? before + change : before - change);
    const [all, known] = [by(this.all, part.all), by(this.known, part.known)];
    const total = new Weights(all, known, by(this.weighted, part.weighted), children);
    return total.spreadOver(this.spread.plus(part.spread, sign));
  }

  private spreadOver(spread: Spread): this {
    this.made = spread;
    return this;
  }

  /** What its children brought that weigh something. */
  private ratios(): readonly Ratio[] {
    return this.brought === undefined ? this.spread.inOrder() : [this.brought];
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
