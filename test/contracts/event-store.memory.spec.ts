import { MemoryEventStore } from '@pm/eventing/memory';
import { eventStoreContract } from './event-store.contract.js';

eventStoreContract('Memory', async () => {
  const store = new MemoryEventStore();
  return { store, close: () => store.close() };
});
