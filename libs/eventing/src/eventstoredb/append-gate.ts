/**
 * Keeps appends and the end of a client apart, in the whole process. The driver holds the waiting appends of all its
 * clients in one place: when any client's connection ends, it fails them all, and the answer to one that it has
 * dropped ends the process.
 */
class AppendGate {
  private appends = 0;
  private ending: Promise<void> | undefined;
  private onQuiet = (): void => {};

  /** Runs an append, behind an end that is under way. */
  async append<T>(run: () => Promise<T>): Promise<T> {
    while (this.ending) await this.ending;
    this.appends += 1;
    try {
      return await run();
    } finally {
      this.appends -= 1;
      if (this.appends === 0) this.onQuiet();
    }
  }

  /** Runs the end of a client once no append is under way; each of them is, for a limited time only. */
  async end(run: () => Promise<void>): Promise<void> {
    while (this.ending) await this.ending;
    const ended = this.quiet().then(run);
    const open = () => {
      this.ending = undefined;
    };
    this.ending = ended.then(open, open);
    await ended;
  }

  private async quiet(): Promise<void> {
    if (this.appends > 0) await new Promise<void>((resolve) => (this.onQuiet = resolve));
  }
}

export const appendGate = new AppendGate();
