export { MemoryAgenda } from './memory-agenda.js';
export { MemoryLeases } from './memory-leases.js';
