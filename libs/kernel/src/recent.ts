/** What was used last, by key: at least so many, and at most twice as many. */
export class Recent<Key, Value> {
  private kept = new Map<Key, Value>();
  /** What was used before those: only what is used again is moved, and once for many uses. */
  private earlier = new Map<Key, Value>();

  constructor(private readonly least: number) {}

  get(key: Key): Value | undefined {
    const value = this.kept.get(key);
    if (value !== undefined) return value;
    const before = this.earlier.get(key);
    if (before !== undefined) this.set(key, before);
    return before;
  }

  set(key: Key, value: Value): void {
    this.kept.set(key, value);
    this.earlier.delete(key);
    if (this.kept.size < this.least) return;
    this.earlier = this.kept;
    this.kept = new Map();
  }

  delete(key: Key): void {
    this.kept.delete(key);
    this.earlier.delete(key);
  }

  clear(): void {
    this.kept.clear();
    this.earlier.clear();
  }
}
