import { MemoryKeys } from '@pm/eventing/memory';
import { keysContract } from './keys.contract.js';

keysContract('Memory', async () => {
  const keys = new MemoryKeys();
  return { keys, close: () => keys.close() };
});
