import { BSON } from 'mongodb';
import { partsOf } from './commit-parts.js';

const document = (id: string, own: string) => ({ _id: id, own, _p: 'p1', _r: 1 });
const entry = (id: string, value: string) => ({
  id,
  facet: 'terms',
  from: '',
  position: 'p1',
  by: 'x@1',
  value,
});
const parkedRow = (_id: string, event: string) => ({ _id, event, isSkipped: false, _p: 'p1' });

describe('The parts of a commit', () => {
  it('are one where there is room, or nothing to write', () => {
    const small = {
      documents: [document('a', '{}')],
      entries: [entry('a', '1')],
      parked: [parkedRow('1', '{}')],
    };
    expect(partsOf(small)).toEqual([small]);
    const nothing = { documents: [], entries: [], parked: [] };
    expect(partsOf(nothing)).toEqual([nothing]);
  });

  it('hold every row once and in order, none more than it may', () => {
    const documents = Array.from({ length: 50 }, (_, number) =>
      document(`${number}`, 'x'.repeat(number * 7)),
    );
    const entries = Array.from({ length: 50 }, (_, number) => entry(`${number}`, 'y'.repeat(number * 5)));
    const parked = Array.from({ length: 50 }, (_, number) => parkedRow(`${number}`, 'z'.repeat(number * 3)));
    const bytesMax = 1000;
    const parts = partsOf({ documents, entries, parked }, bytesMax);
    expect(parts.flatMap((part) => part.documents)).toEqual(documents);
    expect(parts.flatMap((part) => part.entries)).toEqual(entries);
    expect(parts.flatMap((part) => part.parked)).toEqual(parked);
    const arrays = BSON.calculateObjectSize({ documents: [], entries: [], parked: [] });
    for (const part of parts) expect(BSON.calculateObjectSize(part) - arrays).toBeLessThanOrEqual(bytesMax);
  });

  it('leave a row alone that is larger than a part may be', () => {
    const [small, large] = [document('a', '{}'), document('b', 'x'.repeat(2000))];
    expect(partsOf({ documents: [small, large, small], entries: [], parked: [] }, 1000)).toHaveLength(3);
  });
});
