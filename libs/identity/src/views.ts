export * from './api-keys/api-keys.view.js';
