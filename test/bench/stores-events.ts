import { randomUUID } from 'node:crypto';
import {
  type AppendExpectedRevision,
  type EventData,
  EventStoreDBClient,
  FORWARDS,
  NO_STREAM,
  type Position,
} from '@eventstore/db-client';
import type { EventStore, StoredEvent } from '@pm/eventing';
import { EsdbEventStore } from '@pm/eventing/eventstoredb';
import { ownLog } from '../contracts/own-log.js';
import { byCallers, compared, type Row } from './measured.js';
import { fresh, measurementEvents } from './samples.js';
import { readAll } from './views.js';

const LIMIT = 'bare @eventstore/db-client';
const BATCH_EVENTS = 100;

/** A log in EventStoreDB and what the bare driver needs to read the same. */
export class EsdbLog {
  private constructor(
    readonly store: EventStore,
    readonly events: number,
    readonly client: EventStoreDBClient,
    /** The record before the first one. */
    readonly start: Position,
  ) {}

  static async of(url: string, all: readonly StoredEvent[]): Promise<EsdbLog> {
    const client = EventStoreDBClient.connectionString(url);
    const marker = toEventData({ ...all[0]!, id: randomUUID() });
    const { position } = await client.appendToStream(`bench-${randomUUID()}`, marker);
    const store = await opened(url);
    const streams = [...Map.groupBy(all, ({ stream }) => stream).values()];
    await byCallers(16, streams.length, (index) =>
      store.append(streams[index]![0]!.stream, 'none', streams[index]!),
    );
    return new EsdbLog(store, all.length, client, position!);
  }

  /** Reads the log as its driver does, which parses data and metadata. */
  async readBare(look: (data: unknown) => unknown = (data) => data): Promise<number> {
    const options = { direction: FORWARDS, fromPosition: this.start } as const;
    let count = 0;
    for await (const { event } of this.client.readAll(options)) {
      if (event?.type.startsWith('throughline.') && look(event.data)) count += 1;
    }
    // Without the marker.
    return count - 1;
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.client.dispose();
  }
}

/** Appends: one caller, many in flight, many events at once. */
export async function appendRows(url: string): Promise<Row[]> {
  const single = (name: string, callers: number, operations: number) =>
    appendRow(url, {
      name,
      callers,
      appends: measurementEvents(operations, operations).map((event) => [event]),
    });
  const batches = Array.from({ length: 100 }, (_, batch) =>
    measurementEvents(BATCH_EVENTS, 1).map((event) => ({ ...event, stream: `${event.stream}-${batch}` })),
  );
  return [
    await single('append, 1 caller', 1, 300),
    await single('append, 64 in flight', 64, 4000),
    await appendRow(url, { name: `append, batches of ${BATCH_EVENTS}`, callers: 1, appends: batches }),
  ];
}

interface Load {
  readonly name: string;
  readonly callers: number;
  readonly appends: readonly (readonly StoredEvent[])[];
}

function appendRow(url: string, { name, callers, appends }: Load): Promise<Row> {
  const all = async (append: (index: number) => Promise<unknown>) => {
    await byCallers(callers, appends.length, append);
    return appends.length * appends[0]!.length;
  };
  return compared(
    { name, limit: LIMIT, budget: 0.8 },
    {
      raw: async () => {
        const client = EventStoreDBClient.connectionString(url);
        const log = randomUUID();
        const data = appends.map((events) => events.map(toEventData));
        const options = { expectedRevision: NO_STREAM as AppendExpectedRevision };
        await client.appendToStream(`bench-${randomUUID()}`, data[0]!.map(renamed));
        return {
          run: () =>
            all((index) =>
              client.appendToStream(`${log}.${appends[index]![0]!.stream}`, data[index]!, options),
            ),
          close: () => client.dispose(),
        };
      },
      ours: async () => {
        const store = await opened(url);
        const send = appends.map((events) => events.map(fresh));
        return {
          run: () => all((index) => store.append(send[index]![0]!.stream, 'none', send[index]!)),
          close: () => store.close(),
        };
      },
    },
  );
}

/** The log read on from its beginning, a page at a time, as a view does. */
export function catchUpRow(log: EsdbLog): Promise<Row> {
  return compared(
    { name: 'catch-up', limit: `${LIMIT} reading $all`, budget: 0.7 },
    { raw: () => ({ run: () => log.readBare() }), ours: () => ({ run: () => readAll(log.store) }) },
  );
}

/** An empty log whose server is reached. */
async function opened(url: string): Promise<EventStore> {
  const store = EsdbEventStore.open(ownLog(url));
  await store.head();
  return store;
}

function toEventData({ type, data, metadata }: StoredEvent): EventData {
  const named = { id: randomUUID(), contentType: 'application/json', type } as const;
  return { ...named, data: data as EventData['data'], metadata: { ...metadata } } as EventData;
}

const renamed = (event: EventData): EventData => ({ ...event, id: randomUUID() });
