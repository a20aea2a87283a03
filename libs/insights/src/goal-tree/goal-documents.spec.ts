import type { DecimalText, Instant, Period } from '@pm/kernel';
import { latestOf, sides, type TreeDocument, type TreeValue } from './goal-documents.state.js';

const value = (period: string, at: string, revision: number): TreeValue => ({
  value: '1' as DecimalText,
  period: period as Period,
  at: `${at}T00:00:00.000Z` as Instant,
  revision,
});

const named = (values: readonly TreeValue[]) =>
  values.map((each, slice) => ({ of: `${slice}`, value: each }));

describe('rule 20: the latest of several values', () => {
  const [early, late] = [value('2026-01', '2026-01-31', 5), value('2026-02', '2026-02-28', 0)];

  it.each([
    ['is the one that was true last, whenever it was recorded', [early, late], late],
    [
      'is of those true at the same time the one recorded last',
      [{ ...late, revision: 1 }, late],
      { ...late, revision: 1 },
    ],
    [
      'is one and the same where a year and its last month end together',
      [value('2026-12', '2026-12-31', 0), value('FY2026', '2026-12-31', 0)],
      value('FY2026', '2026-12-31', 0),
    ],
    ['is none of none', [], undefined],
  ])('%s', (_, values, expected) => {
    expect(latestOf(named(values))).toEqual(expected);
    expect(latestOf(named(values.toReversed()))).toEqual(expected);
  });
});

describe('Sides of one kind', () => {
  it('are those that begin with its word, without what was taken back', () => {
    const doc = {
      self: { from: '', value: 'calls' },
      'value 2026-01 report': { from: '', value: early() },
      'value 2026-02 report': { from: '', value: null },
      'values of no kind': { from: '', value: 1 },
      'target 2026-01': { from: '', value: '7' },
    } as unknown as TreeDocument;
    expect(sides(doc, 'value')).toEqual([['2026-01 report', early()]]);
    expect(sides(doc, 'target')).toEqual([['2026-01', '7']]);
    expect(sides(doc, 'goal')).toEqual([]);
  });
});

function early(): TreeValue {
  return value('2026-01', '2026-01-31', 0);
}
