import type { ActorId, Instant, MeasuringLimits, View } from '@pm/kernel';
import type { ApiKeyEvent, ApiKeyIssued } from './api-key.events.js';

/** A key, without anything that would help to use it. */
export interface ApiKeyDocument {
  readonly keyId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly limits?: MeasuringLimits;
  readonly issuedBy: ActorId;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedBy?: ActorId;
  readonly revokedAt?: Instant;
}

export const apiKeysView: View<ApiKeyDocument, ApiKeyEvent> = {
  name: 'api-keys',
  revision: 1,
  handles: ['ApiKeyIssued', 'ApiKeyRevoked'],
  indexes: ['issuedAt'],
  key: (event) => event.data.keyId,
  evolve: (key, event) => {
    const { actor, recordedAt } = event.metadata;
    if (event.type === 'ApiKeyIssued') return issued(event, { issuedBy: actor, issuedAt: recordedAt });
    return key && { ...key, revokedBy: actor, revokedAt: recordedAt };
  },
};

function issued({ data }: ApiKeyIssued, by: Pick<ApiKeyDocument, 'issuedBy' | 'issuedAt'>): ApiKeyDocument {
  const { keyId, name, scopes, limits, expiresAt } = data;
  return { keyId, name, scopes, limits, ...by, expiresAt };
}

/** A key as it stands at a moment. */
export function presentApiKey(key: ApiKeyDocument, at: Instant) {
  const ended = key.revokedAt === undefined ? 'expired' : 'revoked';
  const standing = ended === 'revoked' || at >= key.expiresAt ? ended : 'valid';
  return { ...key, standing } as const;
}
