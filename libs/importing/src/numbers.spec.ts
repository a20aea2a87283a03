import { Numbers } from './numbers.js';

const german = { decimal: ',', thousands: '.', signs: ['%', '€', '$'], parentheses: true } as const;

describe('A number', () => {
  it.each([
    ['1.234,50', '1234.50'],
    ['1234,5', '1234.5'],
    ['1.234', '1234'],
    ['1.234.567', '1234567'],
    ['-3,5', '-3.5'],
    ['−3,5', '-3.5'],
    ['4,5%', '4.5'],
    ['4,5\u00A0%', '4.5'],
    ['€ -1.000', '-1000'],
    ['-$5', '-5'],
    ['(1.200,00)', '-1200.00'],
    ['(5 €)', '-5'],
  ])('written as %s is %s where the file says how it writes numbers', (text, plain) =>
    expect(new Numbers(german).plain(text)).toBe(plain),
  );

  it.each([
    '1.23',
    '12.34,5',
    '1,234.5',
    '1.2345',
    '4%5',
    '(-5)',
    '(5',
    '5)',
    '--5',
    '%',
    '',
    '1e3',
    ',5',
    '5,',
  ])('is not written as %j', (text) => expect(new Numbers(german).plain(text)).toBeUndefined());

  it.each(['1 234 567,8', '1\u00A0234\u00A0567,8', '1\u202F234\u202F567,8'])(
    'may be grouped by any blank: %s',
    (text) => expect(new Numbers({ decimal: ',', thousands: ' ' }).plain(text)).toBe('1234567.8'),
  );

  it('is digits and a point where the file says nothing', () => {
    const plain = ['42.5', '-42.5', '1,234', '5%', '(5)', '+5', '1'.repeat(19)];
    expect(plain.map((text) => new Numbers().plain(text))).toEqual([
      '42.5',
      '-42.5',
      ...Array.from({ length: 5 }, () => undefined),
    ]);
  });

  it('is not looked for in a long text', () =>
    expect(new Numbers(german).plain(`%${' '.repeat(100_000)}x`)).toBeUndefined());
});
