export { CheckpointFile } from './checkpoint-file.js';
export * from './signed-checkpoint.js';
export * from './signing-key.js';
export { type Signing, takeCheckpoint } from './take-checkpoint.js';
export * from './verify-against.js';
