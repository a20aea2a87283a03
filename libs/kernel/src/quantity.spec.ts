import { type DecimalText, isDecimalText } from './decimal-text.js';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import {
  compare,
  compareMeans,
  equal,
  exactly,
  meanOf,
  meanOfMeans,
  outside,
  roundedMean,
  sum,
} from './quantity.js';

const text = (value: string) => value as DecimalText;
const texts = (...values: string[]) => values as DecimalText[];

const Reference = Decimal.clone({
  precision: 200,
  rounding: Decimal.ROUND_HALF_EVEN,
  toExpNeg: -40,
  toExpPos: 80,
});
const anyDecimal = fc
  .tuple(fc.bigInt(-(10n ** 18n) + 1n, 10n ** 18n - 1n), fc.integer({ min: 0, max: 18 }))
  .map(([digits, places]) => text(new Reference(digits.toString()).div(10 ** places).toFixed()));
const someDecimals = fc.array(anyDecimal, { minLength: 1, maxLength: 12 });

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
  it('is shown rounded to the even neighbour', () => {
    expect(roundedMean(meanOf(texts('0', '0.5')), 1)).toBe('0.2');
    expect(roundedMean(meanOf(texts('0.5', '1')), 1)).toBe('0.8');
    expect(roundedMean(meanOf(texts('0', '-0.5')), 1)).toBe('-0.2');
  });

  it('shows 12 decimals unless told otherwise', () => {
    expect(roundedMean(meanOf(texts('1', '0', '0')))).toBe('0.333333333333');
    expect(roundedMean(meanOf(texts('1', '2')))).toBe('1.5');
  });

  it('of one value is that value, as it was written', () =>
    expect(roundedMean(exactly(text('2.400000000000000001')))).toBe('2.400000000000000001'));

  it('that rounds to zero has no sign', () => expect(roundedMean(meanOf(texts('-0.1', '0')), 0)).toBe('0'));

  it('is compared exactly, where its rounded form would say equal', () => {
    const third = meanOf(texts('1', '0', '0'));
    expect(compareMeans(exactly(roundedMean(third)), third)).toBeLessThan(0);
    expect(compareMeans(exactly(text('0.333333333334')), third)).toBeGreaterThan(0);
    expect(compareMeans(exactly(text('2.50')), meanOf(texts('2', '3')))).toBe(0);
  });

  it('of means counts each once, and is exact too', () => {
    const [third, half, twoThirds] = [texts('1', '0', '0'), texts('1', '0'), texts('1', '1', '0')].map(
      meanOf,
    );
    expect(compareMeans(meanOfMeans([third!, half!]), { total: text('5'), count: 12 })).toBe(0);
    expect(compareMeans(meanOfMeans([third!, third!, twoThirds!]), { total: text('4'), count: 9 })).toBe(0);
  });

  it('of five long years of the longest values is exact', () => {
    const year = (last: string) =>
      meanOf([...Array.from({ length: 548 }, () => text(`${'9'.repeat(18)}.${'9'.repeat(18)}`)), text(last)]);
    const same = year('1');
    const five = [same, same, same, same, same];
    expect(compareMeans(same, meanOfMeans(five))).toBe(0);
    const more = year('1.000000000000000001');
    expect(compareMeans(same, meanOfMeans([...five.slice(1), more]))).toBeLessThan(0);
  });
});

describe('Arithmetic of decimals', () => {
  const added = (values: readonly DecimalText[]) =>
    values.reduce((total, value) => total.plus(value), new Reference(0));

  it('adds up as a library for decimals does', () => {
    fc.assert(fc.property(someDecimals, (values) => sum(values) === added(values).toFixed()));
  });

  it('rounds a mean as a library for decimals does', () => {
    const mean = (values: readonly DecimalText[]) => added(values).div(values.length).toDecimalPlaces(12);
    const several = someDecimals.filter(({ length }) => length > 1);
    fc.assert(
      fc.property(several, (values) => equal(roundedMean(meanOf(values)), text(mean(values).toFixed()))),
    );
  });

  it('compares and measures distances as a library for decimals does', () => {
    const signs = fc.property(someDecimals, someDecimals, anyDecimal, anyDecimal, (some, others, a, b) => {
      const [mean, other] = [added(some).div(some.length), added(others).div(others.length)];
      const [lower, upper] = compare(a, b) <= 0 ? [a, b] : [b, a];
      const distance = outside(meanOf(some), lower, upper);
      expect(compareMeans(meanOf(some), meanOf(others))).toBe(mean.comparedTo(other));
      expect(distance.total).toBe(
        Decimal.max(
          new Reference(lower).times(some.length).minus(added(some)),
          added(some).minus(new Reference(upper).times(some.length)),
          0,
        ).toFixed(),
      );
    });
    fc.assert(signs);
  });
});
