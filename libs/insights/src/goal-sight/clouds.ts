/** That something was stated to stand below something else. */
export interface Link {
  readonly id: string;
  readonly to: string;
}

/** Goals whose progress is not told as a history goes on: what is hidden and counts, and all that ever stood above it. */
export class Clouds {
  private readonly above: ReadonlyMap<string, readonly Link[]>;
  private readonly hidden = new Set<string>();
  private clouded: ReadonlySet<string> | undefined;

  /** @param always hidden whatever the history says of them */
  constructor(
    links: readonly Link[],
    private readonly always: readonly string[],
  ) {
    this.above = Map.groupBy(links, ({ id }) => id);
  }

  /** From here on in the history. */
  set(id: string, isHidden: boolean): void {
    if (this.hidden.has(id) === isHidden) return;
    if (isHidden) this.hidden.add(id);
    else this.hidden.delete(id);
    this.clouded = undefined;
  }

  has(id: string): boolean {
    this.clouded ??= this.spread();
    return this.clouded.has(id);
  }

  private spread(): ReadonlySet<string> {
    const clouded = new Set([...this.always, ...this.hidden]);
    for (const id of clouded) for (const { to } of this.above.get(id) ?? []) clouded.add(to);
    return clouded;
  }
}
