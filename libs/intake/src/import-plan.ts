import type { Plan, RejectedItem } from '@pm/importing';
import { Importer, type ImportOptions } from './importer.js';
import type { Ports } from './ports.js';

/** What a file may hold, each with a count of its own. */
export const PLANNED = ['units', 'people', 'heads', 'goals', 'kpis', 'targets', 'measurements'] as const;

/** What an import read, recorded and left out. */
export interface ImportReport {
  readonly rows: number;
  readonly planned: Readonly<Record<(typeof PLANNED)[number], number>>;
  /** Events recorded, by the name of their type. */
  readonly recorded: Readonly<Record<string, number>>;
  /** Views that have reached it show all of it; absent where nothing was ever recorded. */
  readonly position?: string;
  /** By line: what the file has wrong, and what the rules refused. */
  readonly rejected: readonly RejectedItem[];
  readonly notes: readonly string[];
}

/** Records what a plan has that is new. */
export async function importPlan(plan: Plan, ports: Ports, options?: ImportOptions): Promise<ImportReport> {
  const { recorded, position, refused } = await new Importer(plan, ports, options).run();
  const counts = PLANNED.map((section) => [section, plan[section].length] as const);
  return {
    rows: plan.rows,
    planned: Object.fromEntries(counts) as ImportReport['planned'],
    recorded: Object.fromEntries(recorded),
    position,
    rejected: [...plan.rejected, ...refused].sort((a, b) => a.line - b.line),
    notes: plan.notes,
  };
}
