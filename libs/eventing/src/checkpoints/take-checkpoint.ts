import type { KeyObject } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { EventStore } from '../event-store.js';
import { hashOfEnds } from '../verify.js';
import type { CheckpointFile } from './checkpoint-file.js';
import { type Comparison, verifyAgainst } from './verify-against.js';

/** Who signs, and by which clock. */
export interface Signing {
  readonly key: KeyObject;
  readonly clock: Clock;
}

/**
 * Verifies the log against the checkpoints that are there and, where all is as signed, signs where it stands now. A log
 * with a fault is never signed.
 *
 * @throws AnotherLog, BadCheckpoint, StoreUnavailable
 */
export async function takeCheckpoint(
  store: EventStore,
  file: CheckpointFile,
  { key, clock }: Signing,
  onProgress?: (events: number) => void,
): Promise<Comparison> {
  const found = await verifyAgainst(store, file.read(key), onProgress);
  const { events, streams, head, order, ends, moved, fault } = found;
  if (fault) return found;
  const { logId } = store;
  const takenAt = clock.now();
  const facts = { logId, head, takenAt, events, streams, ends: hashOfEnds(ends), order };
  file.append({ ...facts, moved: Object.fromEntries(moved) }, key);
  return found;
}
