import { ALWAYS, type Entry, type Facet, repeats, stated } from './facets.js';
import type { Instant } from './ids.js';

interface Doc {
  readonly terms?: Facet<unknown>;
  readonly owner?: Facet<unknown>;
}

const day = (date: string): Instant => `2026-${date}T00:00:00.000Z` as Instant;
const says = (from: Instant, value: unknown, more: Partial<Entry> = {}): Entry => ({
  id: 'churn',
  facet: 'terms',
  from,
  value,
  ...more,
});
const after = (...entries: Entry[]): Doc | undefined =>
  entries.reduce<Doc | undefined>((doc, entry) => stated(doc, entry), undefined);

describe('rule 20: the latest is the one true latest, of equals the one recorded later', () => {
  it('makes a document of the first statement', () => {
    expect(after(says(day('03-01'), 'first'))).toEqual({ terms: { from: day('03-01'), value: 'first' } });
  });

  it('lets a later one take the place of an earlier one', () => {
    expect(after(says(day('03-01'), 'first'), says(day('03-02'), 'next'))?.terms?.value).toBe('next');
  });

  it('lets what is recorded late about an earlier time change nothing now', () => {
    const doc = after(says(day('03-02'), 'now'));
    expect(stated(doc, says(day('03-01'), 'late'))).toBe(doc);
  });

  it('lets the one recorded later stand where two are true from the same moment', () => {
    expect(after(says(day('03-01'), 'first'), says(day('03-01'), 'corrected'))?.terms?.value).toBe(
      'corrected',
    );
    expect(after(says(ALWAYS, 'first'), says(ALWAYS, 'corrected'))?.terms?.value).toBe('corrected');
  });

  it('takes what was always true as before everything else', () => {
    expect(after(says(day('03-01'), 'since'), says(ALWAYS, 'ever'))?.terms?.value).toBe('since');
  });

  it('keeps a side that was taken back as nothing, until it is stated anew', () => {
    const taken = after(says(day('03-01'), 'first'), says(day('03-02'), null));
    expect(taken?.terms).toEqual({ from: day('03-02'), value: null });
    expect(stated(taken, says(day('03-03'), 'again')).terms?.value).toBe('again');
  });

  it('dates each side on its own', () => {
    const doc = after(says(day('03-02'), 'terms'), says(day('03-01'), 'ada', { facet: 'owner' }));
    expect(doc).toMatchObject({ terms: { value: 'terms' }, owner: { from: day('03-01'), value: 'ada' } });
  });

  it('names the event that states a side, where it is known', () => {
    expect(after(says(day('03-01'), 'first', { by: 'goal-churn@0' }))?.terms?.by).toBe('goal-churn@0');
    expect(after(says(day('03-01'), 'first'))?.terms).not.toHaveProperty('by');
  });
});

describe('A statement that repeats what stands', () => {
  const target = { from: day('03-01'), value: { target: '7', weights: ['1'] } };

  it('is nothing new, whoever says it', () => {
    expect(repeats(target, says(day('03-01'), { target: '7', weights: ['1'] }))).toBe(true);
    const doc = after(says(day('03-01'), { target: '7' }, { by: 'goal-churn@0' }));
    expect(stated(doc, says(day('03-01'), { target: '7' }, { by: 'goal-churn@1' }))).toBe(doc);
  });

  it('is new with another value, from another moment, or where nothing stood', () => {
    expect(repeats(target, says(day('03-01'), { target: '8', weights: ['1'] }))).toBe(false);
    expect(repeats(target, says(day('03-02'), { target: '7', weights: ['1'] }))).toBe(false);
    expect(repeats(undefined, says(day('03-01'), null))).toBe(false);
  });

  it('takes nothing back twice', () => {
    expect(repeats({ from: day('03-01'), value: null }, says(day('03-01'), undefined))).toBe(true);
  });
});
