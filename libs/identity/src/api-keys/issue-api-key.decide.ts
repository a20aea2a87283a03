import { type Decide, forbidden, type Instant, type MeasuringLimits, neverValid } from '@pm/kernel';
import type { ApiKeyEvent } from './api-key.events.js';
import type { ApiKey } from './api-key.state.js';

export interface IssueApiKeyFacts {
  readonly keyId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  /** Of these, what the one who issues it may not do. */
  readonly withheld: readonly string[];
  readonly limits: MeasuringLimits;
  /** SHA-256 of the secret, hexadecimal. */
  readonly hash: string;
  readonly expiresAt: Instant;
}

/** What units and KPIs limit; of anything else a limit would promise what nothing keeps. */
const LIMITABLE: readonly string[] = ['kpi.measure', 'kpi.correct', 'import.run'];

/** Nobody hands on what they may not do themselves. */
export const issueApiKey: Decide<IssueApiKeyFacts, ApiKey, ApiKeyEvent> = (facts, key) => {
  const { keyId, name, withheld, limits, hash, expiresAt } = facts;
  if (key.issued) return [];
  if (withheld.length > 0)
    return forbidden('scope-withheld', 'Ask somebody who may do this to issue the key.', { withheld });
  const scopes = sorted(facts.scopes);
  const [unitIds, kpiIds] = [sorted(limits.unitIds), sorted(limits.kpiIds)];
  const isLimited = unitIds.length + kpiIds.length > 0;
  const unlimited = scopes.filter((scope) => !LIMITABLE.includes(scope));
  if (isLimited && unlimited.length > 0)
    return neverValid('scope-not-limitable', 'Units and KPIs limit measuring only; issue two keys.', {
      unlimited,
    });
  const data = { keyId, name, scopes, ...(isLimited && { limits: { unitIds, kpiIds } }), hash, expiresAt };
  return [{ type: 'ApiKeyIssued', data }];
};

const sorted = <Text extends string>(texts: readonly Text[]): Text[] => [...new Set(texts)].sort();
