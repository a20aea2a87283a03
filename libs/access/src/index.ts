export * from './identity.js';
export * from './permissions.js';
export * from './tokens.js';
export * from './policies/goal-reading.js';
export * from './policies/reader.js';
export * from './policies/suppression.js';
export * from './trust.js';
