import { join } from 'node:path';
import { catalogue } from '@pm/assembly';
import {
  type EventStore,
  type EventTexts,
  LIMITS,
  type LoggedEvent,
  Recorder,
  type StoredEvent,
} from '@pm/eventing';
import { MemoryKeys } from '@pm/eventing/memory';
import { openDatabase, SqliteEventStore } from '@pm/eventing/sqlite';
import type { View } from '@pm/kernel';
import type { MeasurementRecorded } from '@pm/measurement/events';
import { Projector, type ViewStore } from '@pm/projections';
import { SqliteViewStore } from '@pm/projections/sqlite';
import { compared, type Row } from './measured.js';
import { measurementEvents, textsIn } from './samples.js';

interface Latest {
  readonly period: string;
  readonly value: string;
  readonly times: number;
}

/** A plain view: one small document a KPI. */
export const latestValue: View<Latest, MeasurementRecorded> = {
  name: 'latest-value',
  revision: 1,
  handles: ['MeasurementRecorded'],
  key: (event) => event.data.kpiId,
  evolve: (latest, { data: { period, value } }) => ({ period, value, times: (latest?.times ?? 0) + 1 }),
};

const EVENTS = 100_000;
const KPIS = 2000;

/** Replay, rebuild and live updates, over a log of 100,000 measurements. */
export async function viewRows(directory: string): Promise<Row[]> {
  const store = SqliteEventStore.open(join(directory, 'views-log.db'));
  const all = measurementEvents(EVENTS, KPIS);
  for (const ofStream of Map.groupBy(all, ({ stream }) => stream).values()) {
    await store.append(ofStream[0]!.stream, 'none', ofStream);
  }
  const texts = all.map(textsIn);
  return [
    await replayRow(store, texts, { name: 'replay, data', budget: 0.8, look: ({ data }) => data }),
    await replayRow(store, texts, {
      name: 'replay, data and metadata',
      budget: 0.5,
      look: ({ data, metadata }) => data && metadata,
    }),
    await rebuildRow(store, directory),
    await updateRow(store, directory, all),
  ];
}

/** @param look what a reader looks at: a view at the data, an auditor at everything */
function replayRow(
  store: SqliteEventStore,
  texts: readonly EventTexts[],
  { name, budget, look }: { name: string; budget: number; look: (event: LoggedEvent) => unknown },
): Promise<Row> {
  return compared(
    { name, limit: 'JSON.parse of data and metadata, in memory', budget },
    {
      raw: () => ({
        run: () => texts.filter(({ data, metadata }) => JSON.parse(data) && JSON.parse(metadata)).length,
      }),
      ours: () => ({ run: () => readAll(store, look) }),
    },
  );
}

function rebuildRow(store: SqliteEventStore, directory: string): Promise<Row> {
  let file = 0;
  return compared(
    { name: 'rebuild of a plain view', limit: 'reading and parsing the log', budget: 0.6 },
    {
      raw: () => ({ run: () => readAll(store) }),
      ours: () => {
        const views = SqliteViewStore.open(join(directory, `rebuild-${file++}.db`));
        const projector = projectorOf(store, views);
        return { run: async () => (await projector.catchUp(), EVENTS) };
      },
    },
  );
}

/** Live: every thousand events are committed before the next are read. */
function updateRow(store: SqliteEventStore, directory: string, all: readonly StoredEvent[]): Promise<Row> {
  let file = 0;
  return compared(
    { name: 'view update, batches of 1000', limit: 'bare upserts, 1000 a transaction', budget: 0.5 },
    {
      raw: () => {
        const schema = ['CREATE TABLE documents (id TEXT PRIMARY KEY, own TEXT) WITHOUT ROWID'];
        const name = join(directory, `upserts-${file++}.db`);
        const db = openDatabase({ file: name, schema, synchronous: 'NORMAL', pageSize: 4096 });
        const upsert = db.prepare(
          'INSERT INTO documents VALUES (?, ?) ON CONFLICT DO UPDATE SET own = excluded.own',
        );
        const write = db.transaction((events: readonly StoredEvent[]) => {
          for (const { data } of events) upsert.run((data as { kpiId: string }).kpiId, JSON.stringify(data));
        });
        const batches = Array.from({ length: EVENTS / 1000 }, (_, batch) =>
          all.slice(batch * 1000, (batch + 1) * 1000),
        );
        return { run: () => (batches.forEach((batch) => write(batch)), EVENTS) };
      },
      ours: () => {
        const views = SqliteViewStore.open(join(directory, `updates-${file++}.db`));
        const projector = projectorOf(store, views, { pageEvents: 1000, batchDocuments: 1 });
        return { run: async () => (await projector.catchUp(), EVENTS) };
      },
    },
  );
}

export function projectorOf(
  events: EventStore,
  views: ViewStore,
  pace?: ConstructorParameters<typeof Projector>[2],
) {
  const recorder = new Recorder(catalogue, new MemoryKeys());
  return new Projector(latestValue, { events, views, recorder, catalogue }, pace);
}

export async function readAll(
  store: EventStore,
  look: (event: LoggedEvent) => unknown = ({ data }) => data,
): Promise<number> {
  let [count, after, atHead] = [0, undefined as string | undefined, false];
  while (!atHead) {
    const page = await store.readAll({ after, limit: LIMITS.appendEvents });
    count += page.events.filter(look).length;
    after = page.upTo;
    atHead = page.atHead;
  }
  return count;
}
