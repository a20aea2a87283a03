import fc from 'fast-check';
import { compare, compareWithMean, equal, isDecimalText, mean, sum, type DecimalText } from './quantity.js';

const text = (value: string) => value as DecimalText;
const texts = (...values: string[]) => values as DecimalText[];

describe('A decimal', () => {
  it.each(['0', '-0', '2.40', '-42.50', '007', '999999999999999999.999999999999', '0.000000000001'])(
    'is %j',
    (value) => expect(isDecimalText(value)).toBe(true),
  );

  it.each(
    ['', ' ', '.5', '5.', '+5', '1e3', '1,5', '0x1', 'NaN', 'Infinity', '--1', '1.2.3', '1\n', '٣'].concat(
      '1'.repeat(19),
      `0.${'1'.repeat(19)}`,
    ),
  )('is not %j', (value) => expect(isDecimalText(value)).toBe(false));

  it.each([5, null, undefined, ['5'], { value: '5' }])('is not %j, which is no text', (value) =>
    expect(isDecimalText(value)).toBe(false),
  );

  it('equals another however many zeros it is written with', () => {
    expect(equal(text('2.4'), text('2.40'))).toBe(true);
    expect(compare(text('-0'), text('0.00'))).toBe(0);
    expect(equal(text('2.4'), text('2.400000000001'))).toBe(false);
  });

  it('is compared as a number, not as text', () => {
    expect(compare(text('9'), text('10'))).toBeLessThan(0);
    expect(compare(text('-9'), text('-10'))).toBeGreaterThan(0);
    expect(compare(text('999999999999999999.2'), text('999999999999999999.1'))).toBeGreaterThan(0);
  });
});

describe('A sum', () => {
  it('of nothing is zero', () => expect(sum([])).toBe('0'));

  it('is exact where binary numbers are not', () => expect(sum(texts('0.1', '0.2'))).toBe('0.3'));

  it('is exact between the largest and the smallest', () =>
    expect(sum(texts('999999999999999999', '0.000000000001', '1'))).toBe('1000000000000000000.000000000001'));

  it('that cancels out has no sign', () => expect(sum(texts('-1.5', '1.5'))).toBe('0'));

  it('is never written with an exponent', () => {
    expect(sum(texts('0.000000000001'))).toBe('0.000000000001');
    expect(sum(Array(1000).fill('999999999999999999'))).toBe('999999999999999999000');
  });

  it('does not depend on order', () => {
    const value = fc
      .tuple(fc.bigInt(-(10n ** 17n), 10n ** 17n), fc.nat(999_999_999))
      .map(([whole, part]) => text(`${whole}.${String(part).padStart(9, '0')}`));
    const order = fc
      .array(value, { maxLength: 30 })
      .chain((values) =>
        fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
      );
    fc.assert(fc.property(order, ([values, shuffled]) => sum(values) === sum(shuffled)));
  });
});

describe('A mean', () => {
  it('is rounded to the even neighbour', () => {
    expect(mean(texts('0', '0.5'), 1)).toBe('0.2');
    expect(mean(texts('0.5', '1'), 1)).toBe('0.8');
    expect(mean(texts('0', '-0.5'), 1)).toBe('-0.2');
  });

  it('shows 12 decimals unless told otherwise', () => {
    expect(mean(texts('1', '0', '0'))).toBe('0.333333333333');
    expect(mean(texts('1', '2'))).toBe('1.5');
  });

  it('that rounds to zero has no sign', () => expect(mean(texts('-0.1', '0'), 0)).toBe('0'));

  it('is compared exactly, where its rounded form would say equal', () => {
    const others = texts('1', '0', '0');
    expect(compareWithMean(mean(others), others)).toBeLessThan(0);
    expect(compareWithMean(text('0.333333333334'), others)).toBeGreaterThan(0);
    expect(compareWithMean(text('2.50'), texts('2', '3'))).toBe(0);
  });
});
