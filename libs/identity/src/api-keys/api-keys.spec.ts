import type { ActorId, Instant, KpiId, UnitId } from '@pm/kernel';
import { decision, shown } from '@pm/kernel/testing';
import type { ApiKeyEvent } from './api-key.events.js';
import { apiKeys, inForce } from './api-key.state.js';
import { apiKeysView, presentApiKey } from './api-keys.view.js';
import { issueApiKey, type IssueApiKeyFacts } from './issue-api-key.decide.js';
import { revokeApiKey } from './revoke-api-key.decide.js';

const until = '2026-06-01T09:30:00.000Z' as Instant;
const asked: IssueApiKeyFacts = {
  keyId: 'k1',
  name: 'Counters',
  scopes: ['kpi.measure'],
  withheld: [],
  limits: { unitIds: [], kpiIds: [] },
  hash: 'c0ffee',
  expiresAt: until,
};
const issued = (change: object = {}): ApiKeyEvent => ({
  type: 'ApiKeyIssued',
  data: {
    keyId: 'k1',
    name: 'Counters',
    scopes: ['kpi.measure'],
    hash: 'c0ffee',
    expiresAt: until,
    ...change,
  },
});
const revoked: ApiKeyEvent = { type: 'ApiKeyRevoked', data: { keyId: 'k1' } };
const [parks, pools] = ['parks', 'pools'] as UnitId[];
const visits = 'visits' as KpiId;

describe('Issue a key', () => {
  const { given } = decision(apiKeys, issueApiKey);

  it('keeps what the machine is, what it may do and until when, and of its secret the hash', () =>
    given().when(asked).gives(issued()));

  it('keeps each scope, unit and KPI once, in one order', () =>
    given()
      .when({
        ...asked,
        scopes: ['kpi.measure', 'import.run', 'kpi.measure'],
        limits: { unitIds: [pools!, parks!, pools!], kpiIds: [visits] },
      })
      .gives(
        issued({
          scopes: ['import.run', 'kpi.measure'],
          limits: { unitIds: ['parks', 'pools'], kpiIds: ['visits'] },
        }),
      ));

  it('refuses what the one who issues it may not do', () =>
    given()
      .when({ ...asked, withheld: ['kpi.measure'] })
      .refuses('scope-withheld'));

  it('refuses limits where they would not hold', () => {
    const limits = { unitIds: [parks!], kpiIds: [] };
    given()
      .when({ ...asked, scopes: ['kpi.measure', 'kpi.target'], limits })
      .refuses('scope-not-limitable');
    given()
      .when({ ...asked, scopes: ['kpi.measure', 'kpi.correct', 'import.run'], limits })
      .gives(issued({ scopes: ['import.run', 'kpi.correct', 'kpi.measure'], limits }));
  });

  it('is nothing new for one that is there', () => given(issued()).when(asked).gives());
});

describe('Revoke a key', () => {
  const { given } = decision(apiKeys, revokeApiKey);

  it('is kept', () => given(issued()).when({ keyId: 'k1' }).gives(revoked));
  it('again is nothing new', () => given(issued(), revoked).when({ keyId: 'k1' }).gives());
  it('refuses one that was never issued', () => given().when({ keyId: 'k1' }).refuses('api-key-unknown'));
});

describe('A key', () => {
  const standing = (at: string, ...events: ApiKeyEvent[]) =>
    inForce(
      events.reduce((key, event) => apiKeys.evolve(key, event), apiKeys.initial),
      at as Instant,
    );

  it('counts from when it is issued up to its end', () => {
    expect(standing('2026-06-01T09:29:59.999Z', issued())).toMatchObject({ scopes: ['kpi.measure'] });
    expect(standing(until, issued())).toBe(undefined);
  });

  it('counts no more once it is revoked, and never where it was not issued', () => {
    expect(standing('2026-03-01T00:00:00.000Z', issued(), revoked)).toBe(undefined);
    expect(standing('2026-03-01T00:00:00.000Z')).toBe(undefined);
  });
});

describe('The list of keys', () => {
  const { given } = shown(apiKeysView);
  const by = { issuedBy: 'ada' as ActorId, issuedAt: '2026-01-01T00:00:00.000Z' as Instant };

  it('shows who issued a key, and what it may do', () =>
    given(issued()).shows('k1', { name: 'Counters', scopes: ['kpi.measure'], ...by, expiresAt: until }));

  it('shows who took it back', () =>
    given(issued(), revoked).shows('k1', { revokedBy: by.issuedBy, revokedAt: by.issuedAt }));

  it('holds nothing that a secret could be checked by', () =>
    given(issued()).shows('k1', expect.not.objectContaining({ hash: expect.anything() })));

  it('says how each one stands at the moment', () => {
    const key = { keyId: 'k1', name: 'Counters', scopes: [], ...by, expiresAt: until };
    const standingAt = (at: string, change = {}) =>
      presentApiKey({ ...key, ...change }, at as Instant).standing;
    expect(standingAt('2026-05-31T00:00:00.000Z')).toBe('valid');
    expect(standingAt(until)).toBe('expired');
    expect(standingAt(until, { revokedAt: by.issuedAt })).toBe('revoked');
  });
});
