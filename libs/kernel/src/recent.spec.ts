import { Recent } from './recent.js';

describe('What was used last', () => {
  const recent = new Recent<string, number>(2);
  beforeEach(() => {
    recent.clear();
    recent.set('a', 1);
  });

  it('is kept while no more are used than it holds', () => {
    for (let round = 0; round < 5; round++) {
      recent.set('b', round);
      expect([recent.get('a'), recent.get('b')]).toEqual([1, round]);
    }
  });

  it('takes the place of what was not for longest', () => {
    for (const [index, key] of ['b', 'c', 'd'].entries()) {
      expect(recent.get('a')).toBe(1);
      recent.set(key, index);
    }
    expect([recent.get('b'), recent.get('d')]).toEqual([undefined, 2]);
  });

  it('is never more than twice as many', () => {
    const keys = Array.from({ length: 20 }, (_, index) => `${index}`);
    keys.forEach((key, index) => recent.set(key, index));
    expect(keys.filter((key) => recent.get(key) !== undefined).length).toBeLessThanOrEqual(4);
  });

  it('is there once, as it was set last', () => {
    recent.set('a', 4);
    expect(recent.get('a')).toBe(4);
  });

  it('is gone where it was deleted, however long ago it was used', () => {
    recent.set('b', 2);
    recent.delete('a');
    recent.delete('b');
    expect([recent.get('a'), recent.get('b')]).toEqual([undefined, undefined]);
  });
});
