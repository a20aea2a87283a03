import { generateKeyPairSync } from 'node:crypto';
import type { Instant } from '@pm/kernel';
import { canonicalJson, GENESIS, sha256 } from '../canonical.js';
import {
  BadCheckpoint,
  type CheckpointFacts,
  hashOfLine,
  readCheckpoint,
  signCheckpoint,
  type SignedCheckpoint,
} from './signed-checkpoint.js';
import { fingerprintOf } from './signing-key.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');

const facts: CheckpointFacts = {
  logId: 'ab12cd34',
  head: 'ab12cd34.0000000000000003',
  takenAt: '2026-03-03T02:30:00.000Z' as Instant,
  events: 3,
  streams: 2,
  ends: sha256('ends'),
  order: sha256('order'),
  moved: { 'kpi-1': { revision: 1, hash: sha256('kpi') }, 'unit-1': { revision: 0, hash: sha256('unit') } },
};
const FIRST = { line: 1, previous: GENESIS };
const line = signCheckpoint(facts, GENESIS, privateKey);
const whole = JSON.parse(line) as SignedCheckpoint;

/** What a line is refused for. */
function refusalOf(text: string, place = FIRST, key = publicKey): string | undefined {
  try {
    readCheckpoint(text, place, key);
    return undefined;
  } catch (error) {
    if (error instanceof BadCheckpoint) return error.message;
    throw error;
  }
}

describe('A signed checkpoint', () => {
  it('says what was signed, one canonical line of JSON', () => {
    const { signature, ...content } = readCheckpoint(line, FIRST, publicKey);
    expect(content).toEqual({ ...facts, version: 1, previous: GENESIS, key: fingerprintOf(publicKey) });
    expect(Buffer.from(signature, 'base64')).toHaveLength(64);
    expect(line).toBe(canonicalJson(whole));
  });

  it('of an empty log names no position', () => {
    const { head: _, ...empty } = { ...facts, events: 0, streams: 0, moved: {} };
    const text = signCheckpoint(empty, GENESIS, privateKey);
    expect(readCheckpoint(text, FIRST, publicKey)).not.toHaveProperty('head');
  });

  it.each<[string, Partial<Record<keyof SignedCheckpoint, unknown>>]>([
    ['log', { logId: 'ab12cd35' }],
    ['position', { head: 'ab12cd34.0000000000000002' }],
    ['time', { takenAt: '2026-03-04T02:30:00.000Z' }],
    ['count of events', { events: 2 }],
    ['count of streams', { streams: 3 }],
    ['digest of all ends', { ends: sha256('others') }],
    ['digest of the order', { order: sha256('another') }],
    ['streams that moved', { moved: {} }],
    ['head of one of them', { moved: { ...facts.moved, 'kpi-1': { revision: 1, hash: sha256('x') } } }],
    ['line before', { previous: sha256('another') }],
    ['signature', { signature: Buffer.alloc(64).toString('base64') }],
    ['form of the signature', { signature: 7 }],
    ['way to write the signature', { signature: whole.signature.replace('==', '') }],
    ['fields, with one more', { ...({ note: 'all is well' } as object) }],
  ])('is refused with another %s', (_, change) =>
    expect(refusalOf(canonicalJson({ ...whole, ...change }))).toContain(
      'its signature is not of what it says',
    ),
  );

  it('is refused where another key signed it, whatever key it names', () => {
    const foreign = signCheckpoint(facts, GENESIS, other.privateKey);
    expect(refusalOf(foreign)).toContain(`signed with the key ${fingerprintOf(other.publicKey)}`);
    const claimed = canonicalJson({ ...(JSON.parse(foreign) as object), key: whole.key });
    expect(refusalOf(claimed)).toContain('its signature is not of what it says');
  });

  it('is refused where the one before it is missing', () => {
    const second = signCheckpoint(facts, hashOfLine(line), privateKey);
    expect(refusalOf(second, { line: 2, previous: hashOfLine(line) })).toBe(undefined);
    expect(refusalOf(second)).toBe(
      'checkpoint 1 is not to be trusted: it does not follow the one before: others were removed',
    );
  });

  it('is refused in a version that is not known', () =>
    expect(refusalOf(canonicalJson({ ...whole, version: 2 }))).toContain('its version is 2'));

  it.each([
    ['cut off', line.slice(0, -1)],
    ['written in another way', line.replace(',', ', ')],
    ['a list', '[]'],
    ['empty', ''],
  ])('is refused where it is %s', (_, text) =>
    expect(refusalOf(text)).toContain('no line that this program wrote'),
  );
});
