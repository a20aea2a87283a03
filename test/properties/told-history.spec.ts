import { type Told, type ToldAppend, unexplained } from '../support/told-history.js';

type Times = readonly [askedMs: number, answeredMs: number];

const read = ([askedMs, answeredMs]: Times, ids: string, stream = 's'): Told => ({
  kind: 'read',
  stream,
  ids: ids.split(''),
  askedMs,
  answeredMs,
});
const append = (
  [askedMs, answeredMs]: Times,
  id: string,
  revision: number,
  outcome: ToldAppend['outcome'],
  stream = 's',
): Told => ({ kind: 'append', stream, id, revision, outcome, askedMs, answeredMs });
const at = (position: string) => ({ position });
const found = (length: number) => ({ length });

/** One event, then another. */
const TWO = [append([0, 1], 'a', 0, at('p1')), append([2, 3], 'b', 1, at('p2'))];
const LAST: Times = [100, 101];

describe('What clients were told is explained', () => {
  const right: Record<string, readonly Told[]> = {
    'where each waited for the other': [...TWO, read(LAST, 'ab')],
    'where a read beside an append saw it, or did not': [
      ...TWO,
      read([0, 1], ''),
      read([0, 1], 'a'),
      read(LAST, 'ab'),
    ],
    'where an append was refused beside the one that won': [
      ...TWO,
      append([2, 3], 'c', 1, found(2)),
      read(LAST, 'ab'),
    ],
    'where nobody heard of an append that is there': [
      TWO[0]!,
      append([2, 2], 'b', 1, 'unknown'),
      read([50, 51], 'a'),
      read(LAST, 'ab'),
    ],
    'where nobody heard of an append that is not there': [
      ...TWO,
      append([2, 2], 'c', 1, 'unknown'),
      read(LAST, 'ab'),
    ],
  };
  it.each(Object.entries(right))('%s', (_, history) => expect(unexplained(history)).toEqual([]));
});

describe('What clients were told is not explained', () => {
  const wrong: Record<string, readonly Told[]> = {
    'where an acknowledged event is lost': [...TWO, read(LAST, 'a')],
    'where two events have one revision': [...TWO, append([2, 3], 'c', 1, at('p3')), read(LAST, 'ab')],
    'where a refused event is there': [TWO[0]!, append([2, 3], 'b', 1, found(2)), read(LAST, 'ab')],
    'where an event was refused at the revision that was free': [
      ...TWO,
      append([4, 5], 'c', 2, found(2)),
      read(LAST, 'ab'),
    ],
    'where an event was refused as if another were there that came later': [
      append([0, 1], 'c', 0, found(1)),
      append([2, 3], 'a', 0, at('p1')),
      read(LAST, 'a'),
    ],
    'where an event was stored that nobody asked for': [...TWO, read(LAST, 'abx')],
    'where an event is there twice': [...TWO, read(LAST, 'aba')],
    'where a read saw another order': [...TWO, read([4, 5], 'ba'), read(LAST, 'ab')],
    'where a read does not see what was acknowledged before': [...TWO, read([4, 5], 'a'), read(LAST, 'ab')],
    'where a read sees what was asked for later': [...TWO, read([0, 1], 'ab'), read(LAST, 'ab')],
    'where a read goes back behind another': [
      TWO[0]!,
      append([2, 9], 'b', 1, at('p2')),
      read([3, 4], 'ab'),
      read([5, 6], 'a'),
      read(LAST, 'ab'),
    ],
    'where an unheard event appears and goes': [
      TWO[0]!,
      append([2, 2], 'b', 1, 'unknown'),
      read([3, 4], 'ab'),
      read(LAST, 'a'),
    ],
    'where the log has another order than time': [
      append([0, 1], 'a', 0, at('p2')),
      append([2, 3], 'b', 0, at('p1'), 'other'),
      read(LAST, 'a'),
      read(LAST, 'b', 'other'),
    ],
  };
  it.each(Object.entries(wrong))('%s', (_, history) => expect(unexplained(history)).not.toEqual([]));
});
