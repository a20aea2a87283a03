import fc from 'fast-check';
import { type DecimalText, decimalOf, integerOf } from './decimal-text.js';
import { quotient } from './ratio.js';
import { smallIntegerOf, smallQuotient } from './small-ratio.js';

describe('A small decimal', () => {
  it('is the integer that a big one would be', () =>
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 13n), 10n ** 13n), fc.nat(12), fc.nat(3), (integer, decimals, more) => {
        const text = decimalOf(integer, decimals);
        const places = decimals + more;
        const small = smallIntegerOf(text, places);
        if (small !== undefined && BigInt(small) !== integerOf(text, places)) throw new Error(text);
      }),
      { numRuns: 2000 },
    ));

  it.each([
    ['0.000000000000001', 15],
    ['999999999999999.5', 1],
    ['123456789', 7],
  ])('is none where a double does not hold it: %s in %i places', (text, places) =>
    expect(smallIntegerOf(text as DecimalText, places)).toBeUndefined(),
  );
});

describe('A small quotient', () => {
  const integer = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const large = fc.maxSafeInteger();
  const denominators = fc.oneof(
    fc.integer({ min: 1, max: 1000 }),
    fc.integer({ min: 1, max: 9_000_000_000 }),
    fc.constantFrom(2, 3, 7, 2 ** 13, 5 ** 13, 9_000_000_000, 8_999_999_999),
  );

  it('is rounded half-even as a big one would be', () =>
    fc.assert(
      fc.property(fc.oneof(integer, large), denominators, (numerator, denominator) => {
        const small = smallQuotient(numerator, denominator);
        if (small !== undefined && small !== quotient(BigInt(numerator), BigInt(denominator)))
          throw new Error(`${numerator} / ${denominator}`);
      }),
      { numRuns: 5000 },
    ));

  it.each([
    [1, 3, 333_333_333_333n],
    [-2, 3, -666_666_666_667n],
    [1, 2 ** 13, 122_070_312n],
    [3, 2 ** 13, 366_210_938n],
    [-1, 2 ** 13, -122_070_312n],
    [8999, 1, 8_999_000_000_000_000n],
    [0, 5, 0n],
  ])('%i of %i', (numerator, denominator, ratio) =>
    expect(smallQuotient(numerator, denominator)).toBe(ratio),
  );

  it.each([
    [9000, 1],
    [1, 9_000_000_001],
  ])('is none where doubles do not hold it: %i of %i', (numerator, denominator) =>
    expect(smallQuotient(numerator, denominator)).toBeUndefined(),
  );
});
