export * from './identity.js';
export * from './permissions.js';
export * from './tokens.js';
export * from './trust.js';
