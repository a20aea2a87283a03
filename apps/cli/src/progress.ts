const WIDTH = 30;
const EVERY_MS = 100;

/** Shows on a terminal how far long work has come; silent where nobody looks. */
export class Progress {
  private shownAt = 0;

  constructor(private readonly what: string) {}

  /** @param of the whole, where it is known */
  show(done: number, of?: number): void {
    if (!process.stderr.isTTY || (performance.now() - this.shownAt < EVERY_MS && done !== of)) return;
    this.shownAt = performance.now();
    process.stderr.write(`\r${of ? `${bar(done / of)} ${done}/${of}` : done} ${this.what}\u001b[K`);
  }

  end(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  }
}

function bar(share: number): string {
  const full = Math.round(WIDTH * Math.min(share, 1));
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}]`;
}
