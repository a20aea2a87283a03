import { MemoryEventStore } from '@pm/eventing/memory';
import { MemoryViewStore } from '@pm/projections/memory';
import { projectorContract } from './projector.contract.js';

projectorContract(
  'memory',
  async () => {
    const views = new MemoryViewStore();
    return {
      events: new MemoryEventStore(),
      views,
      restart: async () => views,
      close: () => views.close(),
    };
  },
  { histories: 100 },
);
