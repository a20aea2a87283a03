export { MongoConnection, READ_MS_MAX } from './connection.js';
export { isDuplicate, writeUnlessThere } from './duplicates.js';
export { MongoKeys } from './mongo-keys.js';
