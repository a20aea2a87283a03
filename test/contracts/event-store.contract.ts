import type { EventStore } from '@pm/eventing';
import { appending } from './event-store.appending.js';
import { explaining } from './event-store.explaining.js';
import { reading } from './event-store.reading.js';
import { refusing } from './event-store.refusing.js';

/** Opens an empty log of its own. */
export type OpenStore = () => Promise<{ readonly store: EventStore; close(): Promise<void> }>;

/** What every event store promises; each adapter runs it. */
export function eventStoreContract(name: string, open: OpenStore): void {
  describe(`${name} event store`, () => {
    let opened: Awaited<ReturnType<OpenStore>>;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    const store = () => opened.store;
    describe('appending', () => appending(store));
    describe('refusing', () => refusing(store));
    describe('reading', () => reading(store));
    describe('explaining', () => explaining(store));
  });
}
