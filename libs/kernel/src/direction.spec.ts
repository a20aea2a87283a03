import { atLeastAsGood, atLeastAsGoodAsMean, DIRECTIONS, type Direction } from './direction.js';
import type { DecimalText } from './quantity.js';

const text = (value: string) => value as DecimalText;

describe('A direction', () => {
  it.each<[Direction, boolean, boolean]>([
    ['increase', true, false],
    ['maintain-at-least', true, false],
    ['decrease', false, true],
    ['maintain-at-most', false, true],
  ])('%s finds more good: %s, and less good: %s', (direction, more, less) => {
    expect(atLeastAsGood(direction, text('10'), text('9.99'))).toBe(more);
    expect(atLeastAsGood(direction, text('9.99'), text('10'))).toBe(less);
    expect(atLeastAsGoodAsMean(direction, text('10'), [text('9'), text('10.9')])).toBe(more);
    expect(atLeastAsGoodAsMean(direction, text('9.9'), [text('9'), text('10.9')])).toBe(less);
  });

  it.each(DIRECTIONS)('%s counts what is reached exactly', (direction) => {
    expect(atLeastAsGood(direction, text('2.40'), text('2.4'))).toBe(true);
    expect(atLeastAsGoodAsMean(direction, text('2.5'), [text('2'), text('3')])).toBe(true);
  });
});
