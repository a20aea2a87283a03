export { SqliteReadLog } from './sqlite-read-log.js';
