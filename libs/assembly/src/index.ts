export * from './assembly.module.js';
export * from './contexts.js';
export * from './projection/inline-projection.js';
export * from './projection/projection.js';
export * from './projection/projectors.js';
export * from './projection/worker-projection.js';
export * from './stores.js';
export * from './token-settings.js';
