import { drainViews, type Stores } from '@pm/assembly';
import type { Plan } from '@pm/importing';
import { importPlan, type ImportReport } from '@pm/intake';
import { withApp } from '../app.js';

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
): Promise<ImportReport> {
  return withApp(stores, async (ports) => {
    const report = await importPlan(plan, ports, { onProgress });
    if (project) await drainViews(stores);
    return report;
  });
}
