import { type Decide, unknown } from '@pm/kernel';
import type { ApiKeyEvent } from './api-key.events.js';
import type { ApiKey } from './api-key.state.js';

/** Also of a key that has expired: whoever finds it somewhere then finds that it was taken back. */
export const revokeApiKey: Decide<{ readonly keyId: string }, ApiKey, ApiKeyEvent> = ({ keyId }, key) => {
  if (!key.issued) return unknown('api-key-unknown', 'There is no such key.', { keyId });
  return key.revoked ? [] : [{ type: 'ApiKeyRevoked', data: { keyId } }];
};
