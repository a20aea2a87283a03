import { UnknownPosition } from '../position.js';
import { isAfter, isSame, positionOf, recordIn } from './place.js';

const at = (commit: bigint, prepare = commit) => ({ commit, prepare });

describe('The position of a record', () => {
  it.each([at(0n), at(733n), at(2n ** 53n + 1n, 2n ** 53n), at(2n ** 63n - 1n)])(
    'says where %o is',
    (record) => expect(recordIn('log', positionOf('log', record))).toEqual(record),
  );

  it('sorts as text as the log does', () => {
    const inOrder = [at(9n), at(10n, 9n), at(10n), at(255n), at(256n), at(2n ** 62n)];
    const positions = inOrder.map((record) => positionOf('log', record));
    expect(positions).toEqual([...positions].reverse().sort());
    for (const [index, record] of inOrder.slice(1).entries()) {
      expect(isAfter(record, inOrder[index]!)).toBe(true);
      expect(isAfter(inOrder[index]!, record)).toBe(false);
      expect(isSame(record, inOrder[index])).toBe(false);
    }
  });

  it.each([
    ['another log', `other.${'0'.repeat(32)}`],
    ['commit alone', `log.${'0'.repeat(16)}`],
    ['one digit more', `log.${'0'.repeat(33)}`],
    ['capitals', `log.${'A'.repeat(32)}`],
    ['what is beyond any log', `log.${'f'.repeat(32)}`],
    ['a record prepared after it was committed', `log.${'0'.repeat(31)}1`],
  ])('is not %s', (_, position) => expect(() => recordIn('log', position)).toThrow(UnknownPosition));
});
