import fc from 'fast-check';
import { MemoryEventStore } from '@pm/eventing/memory';
import { SqliteEventStore } from '@pm/eventing/sqlite';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { commands, emptyModel } from './event-store.model.js';

const RUNS = 40;
const TIMEOUT_MS = 30_000;

describe('Event stores', () => {
  it(
    'answer every sequence of appends, repetitions and reads as the model does',
    async () => {
      const { path, remove } = temporaryDirectory();
      let runs = 0;
      const property = fc.asyncProperty(commands, async (sequence) => {
        const stores = [new MemoryEventStore(), SqliteEventStore.open(`${path}/${runs++}.db`)];
        await fc.asyncModelRun(() => ({ model: emptyModel(), real: stores }), sequence);
        await Promise.all(stores.map((store) => store.close()));
      });
      await fc.assert(property, { numRuns: RUNS }).finally(remove);
    },
    TIMEOUT_MS,
  );
});
