import type { Place, Planned } from './plan.js';

/** What other rows say in place of what is kept. */
interface Differing {
  readonly line: number;
  readonly fields: string;
  rows: number;
}

interface Kept<T> {
  readonly planned: Planned<T>;
  readonly text: string;
  differing?: Differing;
}

/** Things by key, each as the first row has it; rows that say something else are noted. */
export class FirstKept<T extends object> {
  private readonly kept = new Map<string, Kept<T>>();

  /** @param unshown fields of which notes say only that they differ, besides ids */
  constructor(private readonly unshown: readonly string[] = []) {}

  add(key: string, data: T, place: Place): void {
    const text = JSON.stringify(data);
    const known = this.kept.get(key);
    if (!known) this.kept.set(key, { planned: { data, place }, text });
    else if (known.differing && known.text !== text) known.differing.rows += 1;
    else if (known.text !== text)
      known.differing = { line: place.line, fields: this.differences(known.planned.data, data), rows: 1 };
  }

  items(): Planned<T>[] {
    return [...this.kept.values()].map(({ planned }) => planned);
  }

  notes(): string[] {
    return [...this.kept.values()].flatMap(({ planned: { place }, differing }) => {
      if (!differing) return [];
      const { rows, line, fields } = differing;
      const others = rows === 1 ? `line ${line} says` : `${rows} rows say, line ${line} first,`;
      return [`${place.item}: ${others} ${fields}; kept line ${place.line}`];
    });
  }

  private differences(kept: object, other: object): string {
    const fields = kept as Record<string, unknown>;
    return Object.entries(other)
      .flatMap(([field, value]) => this.difference(field, fields[field], value))
      .join(', ');
  }

  /** Ids tell a reader nothing: only that they differ. */
  private difference(field: string, kept: unknown, other: unknown): string[] {
    if (JSON.stringify(kept) === JSON.stringify(other)) return [];
    if (isObject(kept) && isObject(other)) return [this.differences(kept, other)];
    return [
      /Id$|^parents$/.test(field) || this.unshown.includes(field)
        ? `another ${field}`
        : `${field} ${JSON.stringify(other)} instead of ${JSON.stringify(kept)}`,
    ];
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
