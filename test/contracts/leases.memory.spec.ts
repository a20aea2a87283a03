import type { LeaseRow } from '@pm/jobs';
import { MemoryLeases } from '@pm/jobs/memory';
import { leasesContract } from './leases.contract.js';

leasesContract('Memory', async () => {
  const rows = new Map<string, LeaseRow>();
  return { join: (stopwatchMs) => new MemoryLeases(rows, stopwatchMs), close: async () => {} };
});
