import { readRows, UnreadableCsv } from './csv.js';
import type { Mapping } from './mapping.js';
import type { Plan } from './plan.js';
import { Planner } from './planner.js';

/**
 * Everything that a CSV file says, as a mapping reads it.
 *
 * @param onRow told how many rows were read
 * @throws BadMapping, UnreadableCsv
 */
export async function planOf(
  bytes: AsyncIterable<Uint8Array>,
  mapping: Mapping,
  onRow: (rows: number) => void = () => {},
): Promise<Plan> {
  let planner: Planner | undefined;
  let rows = 0;
  for await (const row of readRows(bytes, { delimiter: mapping.csv?.delimiter })) {
    if (planner) {
      planner.add(row);
      onRow(++rows);
    } else planner = new Planner(mapping, row.cells);
  }
  if (!planner) throw new UnreadableCsv('it is empty; its first line names the columns');
  return planner.plan();
}
