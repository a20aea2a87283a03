import { MemoryReadLog } from '@pm/reads/memory';
import { readLogContract } from './read-log.contract.js';

readLogContract('Memory', async () => {
  const log = new MemoryReadLog();
  return { open: () => log, close: async () => {} };
});
