import type { Event, Instant, MeasuringLimits } from '@pm/kernel';

/** A machine may act, until then. */
export type ApiKeyIssued = Event<
  'ApiKeyIssued',
  {
    keyId: string;
    /** What the machine is, and nobody's name. */
    name: string;
    /** The permissions that it has, and no others. */
    scopes: readonly string[];
    /** Absent where it may measure every KPI. */
    limits?: MeasuringLimits;
    /** SHA-256 of the secret, hexadecimal. The secret itself is nowhere. */
    hash: string;
    expiresAt: Instant;
  }
>;

/** It may act no more. */
export type ApiKeyRevoked = Event<'ApiKeyRevoked', { keyId: string }>;

export type ApiKeyEvent = ApiKeyIssued | ApiKeyRevoked;
