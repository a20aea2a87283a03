import { random } from '../support/random.js';

/** Choices that are the same for the same seed. */
export class Chance {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = random(seed);
  }

  /** From 0 to one less than `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }

  /** One in so many times. */
  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  maybe<T>(from: readonly T[]): T | undefined {
    return this.oneIn(2) ? this.pick(from) : undefined;
  }
}
