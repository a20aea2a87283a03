export { Collections } from './collections.js';
export { CommitWrites } from './commit-writes.js';
export { MongoViewStore } from './mongo-view-store.js';
