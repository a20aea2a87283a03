import { type DecimalText, decimalOf } from './decimal-text.js';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { clamped, FULL, quotient, type Ratio, ratioOf, ratioText } from './ratio.js';

const ratio = (text: string) => ratioOf(text as DecimalText);
const total = (ratios: readonly Ratio[]) => ratios.reduce((some, one) => some + one, 0n);

/** The weighted mean of shares, as rule 8 has it: one quotient, of sums that are exact. */
const mean = (...parts: { weight: string; progress: Ratio }[]) =>
  quotient(
    total(parts.map(({ weight, progress }) => ratio(weight) * progress)),
    total(parts.map(({ weight }) => ratio(weight))) * FULL,
  );

const Reference = Decimal.clone({ precision: 200, rounding: Decimal.ROUND_HALF_EVEN });
const anyInteger = fc.bigInt(-(10n ** 30n), 10n ** 30n);
const anyCount = fc.bigInt(1n, 10n ** 24n);

describe('A ratio', () => {
  it.each([
    ['1', '1'],
    ['0.50', '0.5'],
    ['-0.25', '-0.25'],
    ['33.33', '33.33'],
    ['0.000000000001', '0.000000000001'],
    ['-0.000000000001', '-0.000000000001'],
    ['999999999999999999', '999999999999999999'],
    ['-0', '0'],
  ])('of %s reads %s', (text, shown) => expect(ratioText(ratio(text))).toBe(shown));

  it('reads back as it was', () => {
    fc.assert(fc.property(anyInteger, (any) => ratio(ratioText(any)) === any));
  });

  it('reads the same whether it is small or not', () => {
    const small = fc.bigInt(-(10n ** 13n), 10n ** 15n);
    fc.assert(
      fc.property(small, (any) => ratioText(any) === decimalOf(any, 12)),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['0.0000000000005', '0'],
    ['0.0000000000015', '0.000000000002'],
    ['0.0000000000025', '0.000000000002'],
    ['0.00000000000251', '0.000000000003'],
    ['-0.0000000000005', '0'],
    ['-0.0000000000015', '-0.000000000002'],
    ['-0.0000000000025', '-0.000000000002'],
  ])('rule 4: of %s, which lies beyond 12 decimals, is %s, by the even neighbour', (text, shown) =>
    expect(ratioText(ratio(text))).toBe(shown),
  );

  it('rule 1: is clamped to between 0 and 1 for a roll-up only', () => {
    expect(['-0.3', '0', '0.4', '1', '1.5'].map((text) => ratioText(clamped(ratio(text))))).toEqual([
      '0',
      '0',
      '0.4',
      '1',
      '1',
    ]);
  });
});

describe('A quotient', () => {
  it.each([
    [1n, 3n, '0.333333333333'],
    [2n, 3n, '0.666666666667'],
    [-1n, 3n, '-0.333333333333'],
    [-2n, 3n, '-0.666666666667'],
    [7n, 1n, '7'],
    [0n, 5n, '0'],
  ])('of %d and %d is %s', (numerator, denominator, shown) =>
    expect(ratioText(quotient(numerator, denominator))).toBe(shown),
  );

  it.each([
    [1n, '0'],
    [3n, '0.000000000002'],
    [5n, '0.000000000002'],
    [-1n, '0'],
    [-3n, '-0.000000000002'],
    [-5n, '-0.000000000002'],
  ])('rule 4: of %d halves of the last decimal is %s, by the even neighbour', (halves, shown) =>
    expect(ratioText(quotient(halves, 2n * FULL))).toBe(shown),
  );

  it('is the one that decimals have, above and below 0', () => {
    fc.assert(
      fc.property(anyInteger, anyCount, (numerator, denominator) => {
        const exact = new Reference(numerator.toString()).dividedBy(denominator.toString());
        expect(quotient(numerator, denominator)).toBe(BigInt(exact.times(1e12).toDecimalPlaces(0).toFixed()));
      }),
    );
  });

  it('is the one that decimals have where it lies halfway', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 18n), 10n ** 18n), (halves) => {
        const exact = new Reference(halves.toString()).dividedBy(2);
        expect(quotient(halves, 2n * FULL)).toBe(BigInt(exact.toDecimalPlaces(0).toFixed()));
      }),
    );
  });
});

describe('Rule 8: weights', () => {
  it('of 3 × 33.33, which sum to 99.99, share out the whole', () => {
    const part = (progress: string) => ({ weight: '33.33', progress: ratio(progress) });
    expect(ratioText(mean(part('1'), part('1'), part('1')))).toBe('1');
    expect(ratioText(mean(part('0.2'), part('0.3'), part('0.4')))).toBe('0.3');
  });

  it('whose binary sum is 1.0000000007 sum to exactly that, and share out the whole', () => {
    const weights = ['0.3333333336', '0.3333333336', '0.3333333335'];
    expect(ratioText(total(weights.map(ratio)))).toBe('1.0000000007');
    expect(ratioText(mean(...weights.map((weight) => ({ weight, progress: FULL }))))).toBe('1');
  });

  it('that binary numbers cannot add sum exactly', () => {
    expect(ratioText(total(Array.from({ length: 10 }, () => ratio('0.1'))))).toBe('1');
    expect(ratioText(ratio('0.1') + ratio('0.2'))).toBe('0.3');
  });

  it('of 0 leave a child out', () =>
    expect(ratioText(mean({ weight: '0', progress: 0n }, { weight: '2.5', progress: ratio('0.4') }))).toBe(
      '0.4',
    ));

  it('are relative: as many times as large, they say the same', () => {
    const child = fc.record({
      weight: fc.integer({ min: 1, max: 9999 }),
      progress: fc.bigInt(0n, FULL),
    });
    fc.assert(
      fc.property(fc.array(child, { minLength: 1 }), fc.integer({ min: 1, max: 1000 }), (children, times) => {
        const weighted = (factor: number) =>
          children.map(({ weight, progress }) => ({ weight: String(weight * factor), progress }));
        expect(mean(...weighted(times))).toBe(mean(...weighted(1)));
      }),
    );
  });

  it('say the same in whatever order they are added', () => {
    const child = fc.record({
      weight: fc.integer({ min: 1, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
      progress: fc.bigInt(0n, FULL),
    });
    const orders = fc
      .array(child, { minLength: 1, maxLength: 20 })
      .chain((children) =>
        fc.tuple(fc.constant(children), fc.shuffledSubarray(children, { minLength: children.length })),
      );
    fc.assert(fc.property(orders, ([children, shuffled]) => mean(...children) === mean(...shuffled)));
  });
});
