const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';
const HASH = '[0-9a-f]{64}';

/** Gives what differs from run to run a name by the order in which it is met: positions, random ids, hashes. */
export class Names {
  private readonly known = new Map<string, string>();
  private readonly pattern: RegExp;

  constructor(logId: string) {
    this.pattern = new RegExp(`${logId}\\.[0-9a-f]+|${ID}|${HASH}`, 'g');
  }

  in(text: string): string {
    return text.replace(this.pattern, (found) => this.of(found));
  }

  private of(found: string): string {
    const known = this.known.get(found);
    if (known) return known;
    const name = `(${this.known.size + 1})`;
    this.known.set(found, name);
    return name;
  }
}
