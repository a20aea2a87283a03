const TOGETHER = 1000;

/** Positions of one length, one after the other in one text. */
interface Block {
  readonly text: string;
  readonly width: number;
  /** How many stand before them. */
  readonly before: number;
}

/**
 * Positions in the order of the log. Those of a log are equally long: hundreds of thousands of texts would take three times
 * the memory, and as many looks whenever garbage is collected.
 */
export class Positions {
  private readonly blocks: Block[] = [];
  private open: string[] = [];
  private closed = 0;

  get last(): string | undefined {
    return this.open.at(-1);
  }

  get count(): number {
    return this.closed + this.open.length;
  }

  /** @param position after all others */
  push(position: string): void {
    const { last, open } = this;
    if (open.length === TOGETHER || (last !== undefined && last.length !== position.length)) this.close();
    this.open.push(position);
  }

  /** How many lie up to a bound. */
  countUpTo(bound: string): number {
    const at = (index: number) => this.open[index]!;
    if (this.open.length > 0 && at(0) <= bound) return this.closed + countUpTo(this.open.length, at, bound);
    const blocks = countUpTo(this.blocks.length, (index) => positionAt(this.blocks[index]!, 0), bound);
    const block = this.blocks[blocks - 1];
    if (!block) return 0;
    const { text, width, before } = block;
    return before + countUpTo(text.length / width, (index) => positionAt(block, index), bound);
  }

  private close(): void {
    const { open, closed } = this;
    this.blocks.push({ text: open.join(''), width: open[0]!.length, before: closed });
    this.closed += open.length;
    this.open = [];
  }
}

const positionAt = ({ text, width }: Block, index: number): string =>
  text.slice(index * width, (index + 1) * width);

/** How many of so many ordered texts lie up to a bound. */
export function countUpTo(count: number, at: (index: number) => string, bound: string): number {
  let [upTo, beyond] = [0, count];
  while (upTo < beyond) {
    const middle = (upTo + beyond) >>> 1;
    if (at(middle) <= bound) upTo = middle + 1;
    else beyond = middle;
  }
  return upTo;
}
