import { declareEvents } from '@pm/kernel';
import type { ApiKeyEvent } from './api-keys/api-key.events.js';

export type * from './api-keys/api-key.events.js';

export const identityEvents = declareEvents<ApiKeyEvent>()('identity', {
  ApiKeyIssued: { schemaVersion: 1 },
  ApiKeyRevoked: { schemaVersion: 1 },
});
