import fc from 'fast-check';
import { Positions } from './positions.js';

const padded = (width: number) => (index: number) => `log.${String(index).padStart(width, '0')}`;

function pushed(positions: readonly string[]): Positions {
  const kept = new Positions();
  for (const position of positions) kept.push(position);
  return kept;
}

describe('Positions of a log', () => {
  it('are counted up to any bound as a list of them is', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3500 }), fc.integer({ min: -1, max: 7001 }), (count, bound) => {
        const positions = Array.from({ length: count }, (_, index) => padded(6)(2 * index));
        const upTo = bound < 0 ? '' : padded(6)(bound);
        expect(pushed(positions).countUpTo(upTo)).toBe(positions.filter((each) => each <= upTo).length);
      }),
      { numRuns: 50 },
    ));

  it('may be of several lengths', () => {
    const positions = ['a', 'b', 'ba', 'bb', 'c'];
    const kept = pushed(positions);
    expect(positions.map((each) => kept.countUpTo(each))).toEqual([1, 2, 3, 4, 5]);
    expect([kept.last, kept.count]).toEqual(['c', 5]);
  });
});
