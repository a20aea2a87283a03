import { drainViews, type Stores } from '@pm/assembly';
import { type EventStore, LIMITS } from '@pm/eventing';
import type { Plan, RejectedItem } from '@pm/importing';
import { withApp } from '../app.js';
import { Importer } from './importer.js';

export interface ImportOutcome {
  /** Events recorded, by the name of their type. */
  readonly recorded: ReadonlyMap<string, number>;
  /** By line: what the file has wrong, and what the rules refused. */
  readonly rejected: readonly RejectedItem[];
}

interface Options {
  /** Bring the views up to date before it ends. */
  readonly project: boolean;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Records what a plan has that is new, and closes the stores. */
export async function carryOut(
  plan: Plan,
  stores: Stores,
  { project, onProgress }: Options,
): Promise<ImportOutcome> {
  return withApp(stores, async ({ commands, answers }) => {
    const before = await stores.events.head();
    const refused = await new Importer(plan, { commands, answers }, onProgress).run();
    if (project) await drainViews(stores);
    const rejected = [...plan.rejected, ...refused].sort((a, b) => a.line - b.line);
    return { recorded: await recordedSince(stores.events, before), rejected };
  });
}

async function recordedSince(events: EventStore, start: string | undefined): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  let after = start;
  for (;;) {
    const page = await events.readAll({ after, limit: LIMITS.pageEvents });
    for (const { type } of page.events) {
      const name = type.slice(type.lastIndexOf('.') + 1);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    if (page.atHead) return counts;
    after = page.upTo;
  }
}
