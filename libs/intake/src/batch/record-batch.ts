import { LimitExceeded } from '@pm/eventing';
import { calendarInForce } from '@pm/kernel';
import type { Ports } from '../ports.js';
import { Batch, type BatchOutcome, type Sender } from './batch.js';
import type { SentRow } from './sent-rows.js';

export const ROWS_MAX = 100_000;
/** Enough for the rows of a stream to meet, little enough to keep in memory. */
const ROWS_AT_ONCE = 20_000;

/** A batch ended before its rows did, by its cause. Rows that follow what was stored were not looked at. */
export class BatchStopped extends Error {
  constructor(
    readonly stored: BatchOutcome,
    options: { readonly cause: unknown },
  ) {
    super('the batch was stopped', options);
    this.name = 'BatchStopped';
  }
}

/**
 * Records rows as they arrive, thousands at a time: good ones are stored, each bad one is told. The same rows again
 * change nothing, so whoever was interrupted sends them all once more.
 *
 * @throws BatchStopped by whatever the rows or the store throw
 */
export async function recordBatch(
  rows: AsyncIterable<SentRow>,
  ports: Ports,
  sender: Sender,
): Promise<BatchOutcome> {
  const calendar = await ports.answers.asking().ask(calendarInForce, {});
  const batch = new Batch(ports, sender, calendar);
  try {
    let taken = 0;
    for await (const row of rows) {
      if (taken === ROWS_MAX) throw new LimitExceeded('a batch', ROWS_MAX, 'rows');
      batch.take(row);
      taken += 1;
      if (taken % ROWS_AT_ONCE === 0) await batch.record();
    }
    await batch.record();
  } catch (cause) {
    throw new BatchStopped(batch.outcome(), { cause });
  }
  return batch.outcome();
}
