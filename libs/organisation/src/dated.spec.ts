import { nextAfter, valueAt, valuesDuring, withValue, type Dated } from './dated.state.js';
import { on } from './testing/people.examples.js';

const dated = (...values: [string, string][]): Dated<string> =>
  values.reduce<Dated<string>>((known, [from, value]) => withValue(known, on(from), value), []);

describe('Dated values', () => {
  it('hold from their day until the next one, and before the first there is none', () => {
    const values = dated(['2026-01-01', 'a'], ['2026-03-01', 'b']);
    expect(
      ['2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01', '2027-01-01'].map((day) =>
        valueAt(values, on(day)),
      ),
    ).toEqual([undefined, 'a', 'a', 'b', 'b']);
  });

  it('take one that is recorded late between those that are known', () => {
    const values = dated(['2026-01-01', 'a'], ['2026-03-01', 'c'], ['2026-02-01', 'b']);
    expect(values.map(({ value }) => value)).toEqual(['a', 'b', 'c']);
    expect(nextAfter(values, on('2026-02-01'))).toBe(on('2026-03-01'));
    expect(nextAfter(values, on('2026-03-01'))).toBeUndefined();
  });

  it('of the same day: the later recorded stands', () =>
    expect(dated(['2026-01-01', 'a'], ['2026-03-01', 'c'], ['2026-01-01', 'b'])).toEqual([
      { from: on('2026-01-01'), value: 'b' },
      { from: on('2026-03-01'), value: 'c' },
    ]));

  it('during a stretch of time are those in force within it', () => {
    const values = dated(['2026-01-01', 'a'], ['2026-03-01', 'b'], ['2026-05-01', 'c']);
    expect(valuesDuring(values, { from: on('2026-02-01'), until: on('2026-05-01') })).toEqual([
      { from: on('2026-02-01'), until: on('2026-03-01'), value: 'a' },
      { from: on('2026-03-01'), until: on('2026-05-01'), value: 'b' },
    ]);
    expect(valuesDuring(values, { from: on('2026-06-01') })).toEqual([
      { from: on('2026-06-01'), value: 'c' },
    ]);
    expect(valuesDuring(values, { from: on('2025-01-01'), until: on('2025-06-01') })).toEqual([]);
  });
});
