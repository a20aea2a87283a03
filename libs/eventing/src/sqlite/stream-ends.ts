const REMEMBERED_MAX = 20_000;

/** Where streams end, as whoever alone writes them saw last: what is not there yet is not looked for again and again. */
export class StreamEnds {
  private readonly nothingFrom = new Map<string, number>();

  /** Whether a stream is known to have nothing from a revision on. */
  isBefore(stream: string, revision: number): boolean {
    return (this.nothingFrom.get(stream) ?? Infinity) <= revision;
  }

  /** A read or an append has found nothing from a revision on. */
  found(stream: string, nothingFrom: number): void {
    if (this.nothingFrom.size >= REMEMBERED_MAX) this.nothingFrom.clear();
    this.nothingFrom.set(stream, nothingFrom);
  }

  /** Something was appended. */
  moved(appends: readonly { readonly stream: string }[]): void {
    for (const { stream } of appends) this.nothingFrom.delete(stream);
  }
}
