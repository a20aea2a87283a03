import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CommandContext } from '@pm/eventing';
import type { Slice } from '@pm/importing';
import { recordMeasurementsCommand } from '@pm/measurement';
import type { Dispatch } from './dispatch.js';
import { inFlight } from './in-flight.js';

/** With notes and reasons as long as they may be, still less than an append holds. */
const MEASUREMENTS_AT_ONCE = 100;

/** On whose word measurements are recorded. */
export interface Stating {
  /** Of measurements that name none. */
  readonly source: string;
  readonly mayCorrectOthers?: boolean;
  /** How many commands may be under way at a time. */
  readonly commandsAtOnce: number;
  readonly by: (slice: Slice) => CommandContext;
}

/** Records slices of measurements, with one command each as far as it holds them. */
export async function recordSlices(
  slices: readonly Slice[],
  dispatch: Dispatch,
  { source: otherwise, mayCorrectOthers, commandsAtOnce, by }: Stating,
): Promise<void> {
  await inFlight(slices.flatMap(pieces), commandsAtOnce, async (slice) => {
    await dispatch.together(slice.measurements, (some) => {
      const stated = some.map(({ data: { period, measuredAt, value, source = otherwise, note } }) => ({
        period,
        measuredAt,
        value,
        source,
        note,
      }));
      const { kpiId, reason } = slice;
      return recordMeasurementsCommand.of({ kpiId, stated, mayCorrectOthers }, { ...by(slice), reason });
    });
    // Where nothing is new there is no commit to wait for: whoever else asks meanwhile comes first all the same.
    await nextTurn();
  });
}

function pieces(slice: Slice): Slice[] {
  const { measurements } = slice;
  if (measurements.length <= MEASUREMENTS_AT_ONCE) return [slice];
  const starts = Array.from(
    { length: Math.ceil(measurements.length / MEASUREMENTS_AT_ONCE) },
    (_, piece) => piece * MEASUREMENTS_AT_ONCE,
  );
  return starts.map((start) => ({
    ...slice,
    measurements: measurements.slice(start, start + MEASUREMENTS_AT_ONCE),
  }));
}
