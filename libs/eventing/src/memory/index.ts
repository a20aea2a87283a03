export { MemoryEventStore } from './memory-event-store.js';
export { MemoryKeys } from './memory-keys.js';
export { OverlayEventStore } from './overlay-event-store.js';
