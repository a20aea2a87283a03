import { randomBytes, randomUUID } from 'node:crypto';
import { type EventStoreDBClient, NO_STREAM, type Position, START } from '@eventstore/db-client';
import { appendGate } from './append-gate.js';
import { isAbsentStream, isConflict } from './failures.js';
import { collected } from './records.js';
import type { LogStreams } from './stored-form.js';

/** What a log is called in its positions, and where it begins: nothing of it stands before its own name. */
export interface Identity {
  readonly logId: string;
  readonly begin: Position;
}

/** Reads the name that a log has in the server; gives it one where it has none. The first to do so wins. */
export async function identityOf(client: EventStoreDBClient, { naming }: LogStreams): Promise<Identity> {
  return (await known(client, naming)) ?? (await named(client, naming));
}

async function known(client: EventStoreDBClient, naming: string): Promise<Identity | undefined> {
  const options = { fromRevision: START, maxCount: 1, requiresLeader: true } as const;
  try {
    const [first] = await collected(client.readStream(naming, options));
    const { logId } = first!.event!.data as { logId: string };
    return { logId, begin: first!.event!.position! };
  } catch (error) {
    if (isAbsentStream(error)) return undefined;
    throw error;
  }
}

async function named(client: EventStoreDBClient, naming: string): Promise<Identity> {
  const logId = randomBytes(4).toString('hex');
  const event = {
    id: randomUUID(),
    contentType: 'application/json',
    type: 'LogNamed',
    data: { logId },
    metadata: undefined,
  } as const;
  try {
    await appendGate.append(() => client.appendToStream(naming, event, { expectedRevision: NO_STREAM }));
  } catch (error) {
    if (!isConflict(error)) throw error;
  }
  return (await known(client, naming))!;
}
