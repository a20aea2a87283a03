export { MongoConnection, READ_MS_MAX } from './connection.js';
