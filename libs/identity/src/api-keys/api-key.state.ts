import type { Fold, Instant } from '@pm/kernel';
import type { ApiKeyEvent, ApiKeyIssued } from './api-key.events.js';

/** A key as decisions, and whoever is shown it, need it. */
export interface ApiKey {
  /** Absent until it is issued. */
  readonly issued?: Pick<ApiKeyIssued['data'], 'scopes' | 'limits' | 'hash' | 'expiresAt'>;
  readonly revoked: boolean;
}

export const apiKeys: Fold<ApiKey, ApiKeyEvent> = {
  category: 'apikey',
  initial: { revoked: false },
  evolve: (key, event) => {
    switch (event.type) {
      case 'ApiKeyIssued': {
        const { scopes, limits, hash, expiresAt } = event.data;
        return { ...key, issued: { scopes, limits, hash, expiresAt } };
      }
      case 'ApiKeyRevoked':
        return { ...key, revoked: true };
    }
  },
};

/** What a key that counts at a moment stands for; undefined for one that is unknown, expired or revoked. */
export const inForce = ({ issued, revoked }: ApiKey, at: Instant): ApiKey['issued'] =>
  issued && !revoked && at < issued.expiresAt ? issued : undefined;
