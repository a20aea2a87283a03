export { MemoryReadLog } from './memory-read-log.js';
