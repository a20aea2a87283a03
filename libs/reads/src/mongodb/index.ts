export { MongoReadLog } from './mongo-read-log.js';
