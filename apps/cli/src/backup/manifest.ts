import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, hashOfEnds, verify, type Verification } from '@pm/eventing';
import type { Instant } from '@pm/kernel';

/** What a backup holds, in words that can be checked. */
export interface Manifest {
  /** Of this form of backups. */
  readonly version: 1;
  readonly takenAt: Instant;
  readonly logId: string;
  /** The last event's position; absent in an empty log. */
  readonly head?: string;
  readonly events: number;
  readonly streams: number;
  /** SHA-256 (hex) over where each stream ends and the hash of its last event: all that the log says. */
  readonly ends: string;
  /** SHA-256 (hex) over the ids of all events in their order. */
  readonly order: string;
}

/** A backup, or what was made of it, that is not as it was taken. */
export class DamagedBackup extends Error {
  constructor(what: string) {
    super(`the backup cannot be used: ${what}`);
    this.name = 'DamagedBackup';
  }
}

const fileIn = (directory: string): string => join(directory, 'manifest.json');

export function writeManifest(directory: string, manifest: Manifest): void {
  writeFileSync(fileIn(directory), `${JSON.stringify(manifest, undefined, 2)}\n`, { flush: true });
}

/** @throws DamagedBackup */
export function readManifest(directory: string): Manifest {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(fileIn(directory), 'utf8')) as Manifest;
  } catch {
    throw new DamagedBackup(`there is no manifest.json in ${directory} that can be read`);
  }
  if (manifest.version !== 1)
    throw new DamagedBackup(`its version is ${String(manifest.version)}, this program knows version 1`);
  return manifest;
}

/**
 * Verifies a log, says what is in it, and closes it.
 *
 * @throws DamagedBackup naming the first event that is not as it was recorded
 */
export async function survey(
  log: EventStore,
  onProgress: (events: number) => void,
): Promise<Omit<Manifest, 'version' | 'takenAt'>> {
  try {
    return found(log, await verify(log, onProgress));
  } finally {
    await log.close();
  }
}

function found({ logId }: EventStore, { events, streams, head, ends, order, fault }: Verification) {
  if (fault) throw new DamagedBackup(`at ${fault.position} in ${fault.stream}, ${fault.problem}`);
  return { logId, head, events, streams, ends: hashOfEnds(ends), order };
}
