export { MongoAgenda } from './mongo-agenda.js';
export { MongoBookmarks } from './mongo-bookmarks.js';
export { MongoLeases } from './mongo-leases.js';
