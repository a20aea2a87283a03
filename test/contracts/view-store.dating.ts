import fc from 'fast-check';
import { ALWAYS, type Facets, type Instant } from '@pm/kernel';
import type { Generation, KeptEntry, Moment, StoredDocument, ViewStore } from '@pm/projections';
import { compare, day, expectedAsOf, expectedBetween, place, said } from './statements-by-hand.js';

const GOALS: Generation = { view: 'goals', revision: 1, indexes: [] };

/** Statements, and documents as of any moment. */
export function dating(open: () => ViewStore): void {
  let views: ViewStore;
  beforeEach(async () => {
    views = open();
    await views.prepare(GOALS);
  });

  const stating = (...entries: KeptEntry[]) =>
    views.commit({ generation: GOALS, from: undefined, to: place(9999), documents: [], entries });
  const asOf = async (moment: Moment, ids?: readonly string[]) => {
    const documents = await views.asOf(GOALS, moment, ids);
    return new Map(documents.map(({ id, own }) => [id, own as Facets]));
  };
  const valueAt = async (moment: Moment) => (await asOf(moment)).get('churn')?.terms?.value;
  const between = async (earlier: Moment, later: Moment) =>
    (await views.entriesBetween(GOALS, earlier, later)).map(({ value }) => value);
  const terms = ['churn', 'terms'] as const;

  it('shows nothing where nothing was stated', async () => {
    expect(await views.asOf(GOALS, {})).toEqual([]);
    expect(await views.entriesBetween(GOALS, { knownAt: '' }, {})).toEqual([]);
  });

  it('shows each side as of the latest that was true by then, with the event that stated it', async () => {
    await stating(
      said(1, terms, 1, 'first'),
      said(2, ['churn', 'owner'], 2, 'ada'),
      said(3, terms, 5, 'next'),
    );
    expect(await views.asOf(GOALS, { validAt: day(4) })).toEqual([
      {
        id: 'churn',
        own: {
          terms: { from: day(1), value: 'first', by: 'goal-churn@1' },
          owner: { from: day(2), value: 'ada', by: 'goal-churn@2' },
        },
      },
    ]);
  });

  it('takes both bounds as inclusive', async () => {
    await stating(said(1, terms, 1, 'first'), said(2, terms, 5, 'next'));
    expect(await valueAt({ validAt: day(5) })).toBe('next');
    expect(await valueAt({ validAt: '2026-03-04T23:59:59.999Z' as Instant })).toBe('first');
    expect(await valueAt({ knownAt: place(2) })).toBe('next');
    expect(await valueAt({ knownAt: place(1) })).toBe('first');
    expect(await valueAt({ validAt: day(1), knownAt: place(1) })).toBe('first');
    expect(await valueAt({ knownAt: place(0) })).toBe(undefined);
    expect(await valueAt({ validAt: '2026-02-28T23:59:59.999Z' as Instant })).toBe(undefined);
  });

  it('shows what was stated without a beginning at every moment', async () => {
    await stating(said(1, terms, ALWAYS, 'ever'), said(2, terms, 5, 'since'));
    expect(await valueAt({ validAt: '0001-01-01T00:00:00.000Z' as Instant })).toBe('ever');
    expect(await valueAt({ validAt: day(5) })).toBe('since');
  });

  it('shows of two that are true from the same moment the one recorded later', async () => {
    await stating(said(1, terms, 5, 'first'), said(2, terms, 5, 'corrected'));
    expect(await valueAt({})).toBe('corrected');
    expect(await valueAt({ knownAt: place(1) })).toBe('first');
  });

  it('lets what is recorded late change the past and not the present', async () => {
    await stating(said(1, terms, 1, 'first'), said(2, terms, 9, 'now'), said(3, terms, 5, 'late'));
    expect(await valueAt({ validAt: day(6) })).toBe('late');
    expect(await valueAt({ validAt: day(6), knownAt: place(2) })).toBe('first');
    expect(await valueAt({})).toBe('now');
  });

  it('keeps a side that was taken back, as nothing', async () => {
    await stating(
      said(1, terms, 1, 'first'),
      said(2, terms, 5, null),
      said(3, ['churn', 'owner'], 1, undefined),
    );
    expect((await asOf({})).get('churn')).toMatchObject({ terms: { value: null }, owner: { value: null } });
    expect(await valueAt({ validAt: day(4) })).toBe('first');
  });

  it('shows the documents asked for only', async () => {
    const [churn, revenue] = [said(1, terms, 1, 'c'), said(2, ['revenue', 'terms'], 1, 'r')];
    await stating(churn, revenue, said(3, ['costs', 'terms'], 1, 'k'));
    expect([...(await asOf({}, ['revenue', 'churn', 'unknown'])).keys()].sort()).toEqual([
      'churn',
      'revenue',
    ]);
    expect(await asOf({}, [])).toEqual(new Map());
    expect((await asOf({})).size).toBe(3);
  });

  it('tells two moments apart by what was learned since and what became true since', async () => {
    await stating(
      said(1, terms, 1, 'known and true before'),
      said(2, terms, 5, 'became true'),
      said(3, terms, 2, 'was learned'),
      said(4, terms, 6, 'was learned and became true'),
      said(5, terms, 9, 'is not true yet'),
      said(6, terms, 1, 'is not known yet'),
    );
    const [earlier, later] = [
      { knownAt: place(2), validAt: day(4) },
      { knownAt: place(5), validAt: day(8) },
    ];
    expect(await between(earlier, later)).toEqual([
      'became true',
      'was learned',
      'was learned and became true',
    ]);
    expect(await between(later, later)).toEqual([]);
    expect(await between({ knownAt: place(5) }, {})).toEqual(['is not known yet']);
    expect(await between({ knownAt: '' }, {})).toHaveLength(6);
    expect(await between({}, {})).toEqual([]);
  });

  it('gives statements whole, in the order of the log, those of one event by document and side', async () => {
    const entries = [
      said(1, ['b', 'terms'], 5, { target: '7' }),
      said(1, ['a', 'terms'], ALWAYS, [1, null]),
      said(1, ['a', 'owner'], 9, 'ada'),
      said(2, ['a', 'owner'], 1, false),
    ];
    await stating(...entries);
    const inOrder = [2, 1, 0, 3].map((index) => entries[index]);
    expect(await views.entriesBetween(GOALS, { knownAt: '' }, {})).toEqual(inOrder);
  });

  it('commits statements together with documents, or nothing of either', async () => {
    const unwritable = {
      toJSON: () => {
        throw new Error('torn');
      },
    };
    const churn = { id: 'churn', own: { terms: { from: day(1), value: 'first' } } };
    const entries = [said(1, terms, 1, 'first'), said(2, terms, 2, 'next'), said(3, terms, 3, 'last')];
    for (const write of entries.keys()) {
      const torn = entries.with(write, { ...entries[write]!, value: unwritable });
      const commit = { generation: GOALS, from: undefined, to: place(3), documents: [churn], entries: torn };
      await expect(views.commit(commit)).rejects.toThrow('torn');
      expect(await views.checkpoint(GOALS)).toBe(undefined);
      expect(await views.load(GOALS, ['churn'])).toEqual([]);
      expect(await views.asOf(GOALS, {})).toEqual([]);
    }
    const torn = {
      generation: GOALS,
      from: undefined,
      to: place(3),
      documents: [{ id: 'x', own: unwritable }],
      entries,
    };
    await expect(views.commit(torn)).rejects.toThrow('torn');
    expect(await views.asOf(GOALS, {})).toEqual([]);
    await views.commit({ ...torn, documents: [churn] });
    expect(await valueAt({})).toBe('last');
    expect(await views.load(GOALS, ['churn'])).toEqual([churn]);
  });

  it('keeps no statements of a commit that another runner was ahead of', async () => {
    await stating(said(1, terms, 1, 'first'));
    await expect(stating(said(2, terms, 2, 'twice'))).rejects.toMatchObject({ name: 'CheckpointMoved' });
    expect(await between({ knownAt: '' }, {})).toEqual(['first']);
  });

  it('removes statements with their generation, and keeps those of others', async () => {
    const next = { ...GOALS, revision: 2 };
    await views.prepare(next);
    await stating(said(1, terms, 1, 'old'));
    const entries = [said(1, terms, 1, 'new')];
    await views.commit({ generation: next, from: undefined, to: place(1), documents: [], entries });
    await views.drop(GOALS);
    await views.prepare(GOALS);
    expect(await views.asOf(GOALS, {})).toEqual([]);
    expect(await views.entriesBetween(GOALS, { knownAt: '' }, {})).toEqual([]);
    expect(await views.entriesBetween(next, { knownAt: '' }, {})).toEqual(entries);
  });

  it('cannot be changed through what was given or returned', async () => {
    const entry = said(1, terms, 1, { parents: ['a'] });
    await stating(entry);
    (entry.value as { parents: string[] }).parents.push('b');
    for (const value of [await valueAt({}), ...(await between({ knownAt: '' }, {}))]) {
      expect(value).toEqual({ parents: ['a'] });
      (value as { parents: string[] }).parents.push('c');
    }
  });

  it('answers for any statements and moments as plain lists do', async () => {
    const text = fc.constantFrom(
      'a',
      'b',
      'A',
      '\uffff',
      '\u{10000}',
      "'",
      '"',
      '%',
      '__proto__',
      'a\u0000b',
    );
    const from = fc.oneof(fc.constant(ALWAYS), fc.integer({ min: 1, max: 6 }).map(day));
    const entries = fc
      .array(fc.record({ id: text, facet: text, from, value: fc.jsonValue(), isNext: fc.boolean() }), {
        maxLength: 40,
      })
      .map(stated);
    const moment = fc.record(
      {
        knownAt: fc.nat(20).map(place),
        validAt: fc.integer({ min: 0, max: 7 }).map(day),
      },
      { requiredKeys: [] },
    );
    let revision = 1;
    await fc.assert(
      fc.asyncProperty(
        entries,
        moment,
        moment,
        fc.option(fc.uniqueArray(text)),
        async (all, one, other, ids) => {
          const generation = { ...GOALS, revision: ++revision };
          await views.prepare(generation);
          const half = Math.ceil(all.length / 2);
          for (const [from, to, some] of [
            [undefined, 'a', all.slice(0, half)],
            ['a', 'b', all.slice(half)],
          ] as const)
            await views.commit({ generation, from, to, documents: [], entries: some });
          for (const wanted of [undefined, ids ?? undefined]) {
            const documents = await views.asOf(generation, one, wanted);
            expect(sorted(documents)).toEqual(sorted(expectedAsOf(all, one, wanted)));
          }
          const inSteps = await steps(views, generation, 3);
          expect(inSteps).toEqual(await views.entriesBetween(generation, { knownAt: '' }, {}));
          expect(await views.entriesBetween(generation, one, other)).toEqual(
            expectedBetween(all, one, other),
          );
          await views.drop(generation);
        },
      ),
      { numRuns: 100 },
    );
  });
}

/** Every statement, read by whole events of which so many make a step at least. */
async function steps(views: ViewStore, generation: Generation, count: number): Promise<KeptEntry[]> {
  const found: KeptEntry[] = [];
  let after: string | undefined;
  do {
    const to = await views.positionAfter(generation, after, count);
    const step = await views.entriesBetween(generation, { knownAt: after ?? '' }, { knownAt: to });
    if (to !== undefined) expect(step.length).toBeGreaterThanOrEqual(count);
    found.push(...step);
    after = to;
  } while (after !== undefined);
  return found;
}

type Statement = Pick<KeptEntry, 'id' | 'facet' | 'from' | 'value'> & { readonly isNext: boolean };

/** In the order of a log: each event states a side of a document once. */
function stated(statements: readonly Statement[]): KeptEntry[] {
  let position = 1;
  const taken = new Set<string>();
  return statements.map(({ isNext, value, id, facet, from }) => {
    const side = JSON.stringify([id, facet]);
    if (isNext || taken.has(side)) {
      position += 1;
      taken.clear();
    }
    taken.add(side);
    const json = JSON.parse(JSON.stringify(value)) as unknown;
    return { id, facet, from, value: json, position: place(position), by: `goal-${id}@${position}` };
  });
}

const sorted = (documents: readonly StoredDocument[]) =>
  documents.toSorted((a, b) => compare([a.id], [b.id]));
