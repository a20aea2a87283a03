export { apiKeysView, presentApiKey } from './api-keys/api-keys.view.js';
