import type { DecimalText } from './decimal-text.js';
import { isAtLeastAsGood, isOnTarget, KPI_DIRECTIONS, type KpiDirection } from './direction.js';
import { meanOf } from './quantity.js';

const text = (value: string) => value as DecimalText;
const mean = (...values: string[]) => meanOf(values.map(text));
const target = (value: string) => ({ value: text(value) });
const from10to20 = { value: text('10'), upper: text('20') };

describe('A direction', () => {
  it.each<[KpiDirection, boolean, boolean]>([
    ['increase', true, false],
    ['maintain-at-least', true, false],
    ['milestone', true, false],
    ['decrease', false, true],
    ['maintain-at-most', false, true],
  ])('%s finds more good: %s, and less good: %s', (direction, more, less) => {
    expect(isOnTarget(direction, mean('10'), target('9.99'))).toBe(more);
    expect(isOnTarget(direction, mean('9.99'), target('10'))).toBe(less);
    expect(isAtLeastAsGood(direction, mean('10'), mean('9', '10.9'))).toBe(more);
    expect(isAtLeastAsGood(direction, mean('9.9'), mean('9', '10.9'))).toBe(less);
  });

  it.each(KPI_DIRECTIONS)('%s counts what is reached exactly', (direction) => {
    expect(isOnTarget(direction, mean('2.40'), target('2.4'))).toBe(true);
    expect(isAtLeastAsGood(direction, mean('2.5'), mean('2', '3'), target('9'))).toBe(true);
  });
});

describe('A range', () => {
  it.each([
    ['9.999', false],
    ['10', true],
    ['15', true],
    ['20.0', true],
    ['20.001', false],
  ])('from 10 to 20 holds %s: %s', (value, holds) =>
    expect(isOnTarget('range', mean(value), from10to20)).toBe(holds),
  );

  it.each([
    ['9', '8', true],
    ['8', '9', false],
    ['22', '7', true],
    ['23', '8', false],
    ['12', '19', true],
    ['20', '15', true],
    ['15', '21', true],
  ])('from 10 to 20 finds %s at least as good as %s: %s, as what lies nearer is', (value, reference, is) =>
    expect(isAtLeastAsGood('range', mean(value), mean(reference), from10to20)).toBe(is),
  );

  it('is compared without rounding', () => {
    expect(isAtLeastAsGood('range', mean('20', '20', '21'), mean('9.6666666'), from10to20)).toBe(true);
    expect(isAtLeastAsGood('range', mean('20', '20', '21'), mean('9.6666667'), from10to20)).toBe(false);
  });

  it('finds nothing better or worse while nobody has set it', () =>
    expect(isAtLeastAsGood('range', mean('9'), mean('8'))).toBe(undefined));
});
