import fc from 'fast-check';
import type { DecimalText } from '@pm/kernel';
import { ratioOf } from '@pm/kernel';
import { leastOf, mostOf, spreadOf, spreadWith, spreadWithout } from './spread.state.js';

const ratio = (text: string) => ratioOf(text as DecimalText);
const of = (...texts: string[]) =>
  texts.reduce<string | undefined>((spread, text) => spreadWith(spread, spreadOf(ratio(text))), undefined);

describe('A spread', () => {
  it('has the least and the most at its ends, 0 and 1 included', () => {
    const spread = of('0.5', '1', '0.25', '0', '0.25')!;
    expect(leastOf(spread)).toBe(ratio('0'));
    expect(mostOf(spread)).toBe(ratio('1'));
  });

  it('holds what was brought twice until it was taken back twice', () => {
    const once = spreadWithout(of('0.5', '0.5', '0.7'), spreadOf(ratio('0.5')))!;
    expect(leastOf(once)).toBe(ratio('0.5'));
    expect(leastOf(spreadWithout(once, spreadOf(ratio('0.5')))!)).toBe(ratio('0.7'));
  });

  it('is nothing once all was taken back', () =>
    expect(spreadWithout(of('0.5'), spreadOf(ratio('0.5')))).toBe(undefined));

  const shares = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 30 });

  it('is the same whatever the order of giving, and of giving and taking back', () =>
    fc.assert(
      fc.property(shares, shares, (kept, gone) => {
        const withAll = (all: readonly bigint[]) =>
          all.map(spreadOf).reduce<string | undefined>(spreadWith, undefined);
        const all = withAll([...gone, ...kept]);
        expect(gone.map(spreadOf).reduce<string | undefined>(spreadWithout, all)).toBe(
          withAll(kept.toReversed()),
        );
        const sorted = kept.toSorted((a, b) => (a < b ? -1 : 1));
        expect([leastOf(withAll(kept)!), mostOf(withAll(kept)!)]).toEqual([sorted[0], sorted.at(-1)]);
      }),
    ));
});
