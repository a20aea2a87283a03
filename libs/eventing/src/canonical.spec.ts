import type { ActorId, Instant } from '@pm/kernel';
import { canonicalJson, GENESIS, hashOf, NotCanonical, sha256 } from './canonical.js';
import type { StoredEvent } from './event-store.js';

describe('Canonical JSON', () => {
  it('orders fields by their UTF-16 code units, at every depth', () => {
    const value = { ﬁ: 1, '😀': 2, b: { z: 1, a: 2 }, B: 3, '': 4, '10': 5, '9': 6 };
    expect(canonicalJson(value)).toBe('{"":4,"10":5,"9":6,"B":3,"b":{"a":2,"z":1},"😀":2,"ﬁ":1}');
  });

  it('is equal for equal values, in whatever order they were built', () => {
    expect(canonicalJson({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(canonicalJson({ b: [{ d: 3, c: 2 }], a: 1 }));
  });

  it('keeps the order of lists', () => expect(canonicalJson([2, 1, [3, 2]])).toBe('[2,1,[3,2]]'));

  it.each([
    [-0, '0'],
    [1, '1'],
    [1.0, '1'],
    [1e21, '1e+21'],
    [1e-7, '1e-7'],
    [0.000001, '0.000001'],
    [1 / 3, '0.3333333333333333'],
    [5e-324, '5e-324'],
  ])('writes the number %d as %s', (number, text) => expect(canonicalJson([number])).toBe(`[${text}]`));

  it('escapes control characters and nothing else', () => {
    expect(canonicalJson(['\u0000\n"\\/\u007f\u2028€😀'])).toBe('["\\u0000\\n\\"\\\\/\u007f\u2028€😀"]');
  });

  it('leaves absent fields out', () => expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}'));

  const cycle: { self?: object } = {};
  cycle.self = { cycle };
  it.each<[string, object]>([
    ['a lone high surrogate', ['\ud800']],
    ['a lone low surrogate', { text: 'a\udc00b' }],
    ['a lone surrogate in a field name', { 'a\ud800': 1 }],
    ['what is no number', { value: NaN }],
    ['an infinite number', [-Infinity]],
    ['a BigInt', { value: 1n }],
    ['a cycle', cycle],
    ['a function', () => 1],
  ])('does not exist for %s', (_, value) => expect(() => canonicalJson(value)).toThrow(NotCanonical));

  it('exists for a value that is used twice', () => {
    const shared = { a: 1 };
    expect(canonicalJson([shared, shared])).toBe('[{"a":1},{"a":1}]');
  });
});

describe('The hash of an event', () => {
  const event: StoredEvent = {
    id: '01890a5d-ac96-774b-bcce-b302099a8057',
    stream: 'kpi-Ä"1',
    revision: 3,
    type: 'throughline.measurement.KpiDefined',
    schemaVersion: 2,
    data: { name: 'Churn €', decimals: 1, unit: { code: '%' } },
    metadata: {
      recordedAt: '2026-03-03T09:30:00.000Z' as Instant,
      actor: 'ada' as ActorId,
      commandId: 'command',
      correlationId: 'correlation',
      prevHash: GENESIS,
    },
  };

  it('never changes', () =>
    expect(hashOf(event)).toBe('ea14687620490fb86c557a4f799bf4121670ecbc39afcbfb52d0c0d9a02c6848'));

  it('is that of its canonical JSON', () => expect(hashOf(event)).toBe(sha256(canonicalJson(event))));

  it('does not cover its position, which differs from log to log', () =>
    expect(hashOf({ ...event, position: 'log.1' } as StoredEvent)).toBe(hashOf(event)));

  it.each<[keyof StoredEvent, Partial<StoredEvent>]>([
    ['id', { id: '01890a5d-ac96-774b-bcce-b302099a8058' }],
    ['stream', { stream: 'kpi-2' }],
    ['revision', { revision: 4 }],
    ['type', { type: 'throughline.measurement.KpiRetired' }],
    ['schemaVersion', { schemaVersion: 3 }],
    ['data', { data: { ...event.data, decimals: 2 } }],
    ['metadata', { metadata: { ...event.metadata, prevHash: sha256('another past') } }],
  ])('changes with its %s', (_, difference) =>
    expect(hashOf({ ...event, ...difference })).not.toBe(hashOf(event)),
  );
});
