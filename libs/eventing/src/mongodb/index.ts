export { MongoConnection, READ_MS_MAX } from './connection.js';
export { isDuplicate, once, writeUnlessThere } from './duplicates.js';
export { madeOnce } from './made-once.js';
export { MongoKeys } from './mongo-keys.js';
