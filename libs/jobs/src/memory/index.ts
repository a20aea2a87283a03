export { MemoryAgenda } from './memory-agenda.js';
export { MemoryBookmarks } from './memory-bookmarks.js';
export { MemoryLeases } from './memory-leases.js';
