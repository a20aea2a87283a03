import { join } from 'node:path';
import type { StoredEvent } from '@pm/eventing';
import { SqliteEventStore } from '@pm/eventing/sqlite';
import { BareLog } from './bare-log.js';
import { byCallers, compared, type Row } from './measured.js';
import { expectedBefore, fresh, measurementEvents } from './samples.js';

/** Durable appends: one caller, many callers, many events at once. */
export async function appendRows(directory: string): Promise<Row[]> {
  let file = 0;
  const newFile = () => join(directory, `appends-${file++}.db`);

  const single = (name: string, callers: number, operations: number, budget: number) => {
    const events = measurementEvents(operations, operations);
    return compared(
      { name, limit: 'bare SQLite insert, group-committed', budget },
      {
        raw: () => {
          const log = new BareLog(newFile());
          return { run: () => byCallers(callers, operations, (index) => log.append(events[index]!)) };
        },
        ours: () => {
          const store = SqliteEventStore.open(newFile());
          const send = events.map(fresh);
          const append = (index: number) => store.append(send[index]!.stream, 'none', [send[index]!]);
          return { run: () => byCallers(callers, operations, append) };
        },
      },
    );
  };

  const batches = Array.from({ length: 20 }, (_, batch) =>
    measurementEvents(1000, 1).map((event) => ({ ...event, stream: `${event.stream}-${batch}` })),
  );
  return [
    await single('durable append, 1 caller', 1, 1500, 0.6),
    await single('durable append, 50 callers', 50, 15_000, 0.6),
    await compared(
      { name: 'append, batches of 1000', limit: 'bare SQLite insert, 1000 a transaction', budget: 0.6 },
      {
        raw: () => {
          const log = new BareLog(newFile());
          return { run: () => (batches.forEach((batch) => log.write(batch)), batches.length * 1000) };
        },
        ours: () => {
          const store = SqliteEventStore.open(newFile());
          const send = batches.map((batch) => batch.map(fresh));
          const append = (batch: StoredEvent[]) =>
            store.append(batch[0]!.stream, expectedBefore(batch[0]!), batch);
          return {
            run: async () => {
              for (const batch of send) await append(batch);
              return batches.length * 1000;
            },
          };
        },
      },
    ),
  ];
}
