import { MemoryViewStore } from '@pm/projections/memory';
import { viewStoreContract } from './view-store.contract.js';

viewStoreContract('memory', async () => {
  const views = new MemoryViewStore();
  return { views, close: () => views.close() };
});
