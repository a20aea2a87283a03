import { newId } from '@pm/eventing';
import { isKeyText, isSecretOf, keyIn, newKey } from './key-text.js';

const keyId = newId();

describe('The text of a key', () => {
  it('names the key and holds its secret, of which only the hash is kept', () => {
    const { text, hash } = newKey(keyId);
    expect(text).toMatch(/^tlk_[0-9a-f-]{36}_[\w-]{43}$/);
    const read = keyIn(text)!;
    expect(read.keyId).toBe(keyId);
    expect(isSecretOf(read.secret, hash)).toBe(true);
    expect(text).not.toContain(hash);
  });

  it('is another one each time', () => expect(newKey(keyId).text).not.toBe(newKey(keyId).text));

  it('is refused with any character changed, left out or added', () => {
    const { text, hash } = newKey(keyId);
    const { secret } = keyIn(text)!;
    const changed = Array.from(secret, (char, at) => {
      const other = char === 'A' ? 'B' : 'A';
      return secret.slice(0, at) + other + secret.slice(at + 1);
    });
    expect(changed).toHaveLength(43);
    expect(changed.filter((other) => isSecretOf(other, hash))).toEqual([]);
    expect([text.slice(0, -1), `${text}A`, text.toUpperCase(), 'tlk_', 'tlk__'].map(keyIn)).toEqual(
      Array(5).fill(undefined),
    );
  });

  it('is never taken for a token', () => {
    expect(isKeyText(newKey(keyId).text)).toBe(true);
    expect(isKeyText('eyJhbGciOiJIUzI1NiJ9.e30.x')).toBe(false);
  });
});
