import fc from 'fast-check';
import { type DecimalText, ratioOf } from '@pm/kernel';
import { Spread } from './spread.state.js';

const ratio = (text: string) => ratioOf(text as DecimalText);
const of = (...texts: string[]) => Spread.of(texts.map(ratio));

describe('A spread', () => {
  it('has a least and a most, 0 and 1 included', () => {
    const spread = of('0.5', '1', '0.25', '0', '0.25');
    expect([spread.least(), spread.most()]).toEqual([ratio('0'), ratio('1')]);
  });

  it('holds what was brought twice until it was taken back twice', () => {
    const once = of('0.5', '0.5', '0.7').plus(of('0.5'), -1);
    expect(once.least()).toBe(ratio('0.5'));
    expect(once.plus(of('0.5'), -1).least()).toBe(ratio('0.7'));
  });

  it('has neither once all was taken back', () => {
    const none = of('0.5').plus(of('0.5'), -1);
    expect([none.least(), none.most(), none.toJSON()]).toEqual([undefined, undefined, '']);
  });

  it('is not changed by what comes of it', () => {
    const spread = of('0.5');
    spread.plus(of('0.1'), 1).plus(of('0.5'), -1).least();
    expect([spread.least(), spread.most()]).toEqual([ratio('0.5'), ratio('0.5')]);
  });

  const shares = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 90 });

  it('is the same whatever the order of giving, of giving and taking back, and written between', () =>
    fc.assert(
      fc.property(shares, shares, fc.nat(89), (kept, gone, written) => {
        const changed = (spread: Spread, ratios: readonly bigint[], sign: 1 | -1) =>
          ratios.reduce((all, next) => all.plus(Spread.of([next]), sign), spread);
        const given = changed(changed(Spread.EMPTY, gone, 1), kept.slice(0, written), 1);
        const read = changed(Spread.parsed(given.toJSON()), kept.slice(written), 1);
        const left = changed(read, gone, -1);
        const sorted = kept.toSorted((a, b) => (a < b ? -1 : 1));
        expect([left.least(), left.most()]).toEqual([sorted[0], sorted.at(-1)]);
        expect(left.toJSON()).toBe(Spread.of(kept.toReversed()).toJSON());
      }),
    ));
});
