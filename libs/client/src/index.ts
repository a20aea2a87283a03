export { type Client, type ClientSettings, createClient } from './create-client.js';
export type { components, paths } from './schema.js';
