export * from './permissions.js';
export * from './tokens.js';
