import { StoreUnavailable } from '@pm/eventing';
import { Recent } from '@pm/kernel';

/** What changed in another process, or in this one, counts here after so long. */
export const FRESH_MS = 5000;

const KEPT_LEAST = 5000;

interface Kept<Value> {
  readonly value: Promise<Value>;
  readonly readMs: number;
}

/**
 * What every request asks for, read from the log once in some seconds. While the log is away what was read last goes on:
 * nothing could have been recorded to change it.
 */
export class RecentlyRead<Value> {
  private readonly kept = new Recent<string, Kept<Value>>(KEPT_LEAST);

  /** @param nowMs milliseconds since 1970 */
  constructor(
    private readonly read: (id: string) => Promise<Value>,
    private readonly nowMs: () => number,
  ) {}

  /** @throws what reading throws, where nothing is known */
  async get(id: string): Promise<Value> {
    const readMs = this.nowMs();
    const known = this.kept.get(id);
    // Clocks step back, too.
    if (known && Math.abs(readMs - known.readMs) < FRESH_MS) return known.value;
    const value = this.readAgain(id, known);
    this.kept.set(id, { value, readMs });
    return value;
  }

  private async readAgain(id: string, known: Kept<Value> | undefined): Promise<Value> {
    try {
      return await this.read(id);
    } catch (error) {
      if (known && error instanceof StoreUnavailable) return known.value;
      this.kept.delete(id);
      throw error;
    }
  }
}
