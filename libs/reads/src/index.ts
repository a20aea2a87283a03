export * from './read.js';
export * from './read-log.js';
