import { atLeastAsGood, DIRECTIONS, type Direction, isMeanAtLeastAsGood } from './direction.js';
import { type DecimalText, meanOf } from './quantity.js';

const text = (value: string) => value as DecimalText;
const mean = (...values: string[]) => meanOf(values.map(text));

describe('A direction', () => {
  it.each<[Direction, boolean, boolean]>([
    ['increase', true, false],
    ['maintain-at-least', true, false],
    ['decrease', false, true],
    ['maintain-at-most', false, true],
  ])('%s finds more good: %s, and less good: %s', (direction, more, less) => {
    expect(atLeastAsGood(direction, text('10'), text('9.99'))).toBe(more);
    expect(atLeastAsGood(direction, text('9.99'), text('10'))).toBe(less);
    expect(isMeanAtLeastAsGood(direction, mean('10'), mean('9', '10.9'))).toBe(more);
    expect(isMeanAtLeastAsGood(direction, mean('9.9'), mean('9', '10.9'))).toBe(less);
  });

  it.each(DIRECTIONS)('%s counts what is reached exactly', (direction) => {
    expect(atLeastAsGood(direction, text('2.40'), text('2.4'))).toBe(true);
    expect(isMeanAtLeastAsGood(direction, mean('2.5'), mean('2', '3'))).toBe(true);
  });
});
