import { CheckpointMoved, type Generation, type StoredDocument, type ViewStore } from '@pm/projections';

const CARDS: Generation = { view: 'cards', revision: 1, indexes: ['owner'] };

const HOSTILE = [
  `'; DROP TABLE "documents cards@1"; --`,
  `"`,
  '%',
  '_',
  '\\',
  '${id}',
  '$.owner',
  '?1',
  '__proto__',
  'constructor',
  'null',
  ' ',
  '',
  '\u0000',
  'a\u0000b',
  'ﬀ',
  '😀',
];

/** Cannot be written, wherever it stands in a commit. */
const unwritable = (id: string): StoredDocument => ({
  id,
  own: {
    owner: 'ada',
    toJSON: () => {
      throw new Error('torn');
    },
  },
});

/** Commits of documents with their checkpoint. */
export function committing(open: () => ViewStore): void {
  let views: ViewStore;
  beforeEach(async () => {
    views = open();
    await views.prepare(CARDS);
  });

  const commit = (from: string | undefined, to: string, ...documents: StoredDocument[]) =>
    views.commit({ generation: CARDS, from, to, documents });
  const held = async (...ids: string[]) => {
    const documents = await views.load(CARDS, ids);
    return [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  };
  const churn = { id: 'churn', own: { owner: 'ada', values: [2.4, null] }, sum: { goals: '3' } };
  const revenue = { id: 'revenue', own: { owner: 'grace' } };
  const onlySums = { id: 'unborn', sum: { goals: '1' } };

  it('has no checkpoint before the first commit', async () => {
    expect(await views.checkpoint(CARDS)).toBe(undefined);
  });

  it('moves the checkpoint together with the documents', async () => {
    await commit(undefined, 'p1', churn, revenue, onlySums);
    expect(await views.checkpoint(CARDS)).toBe('p1');
    expect(await held('churn', 'revenue', 'unborn')).toStrictEqual([churn, revenue, onlySums]);
  });

  it('moves the checkpoint where no document changed', async () => {
    await commit(undefined, 'p1', churn);
    await commit('p1', 'p2');
    expect(await views.checkpoint(CARDS)).toBe('p2');
    expect(await held('churn')).toEqual([churn]);
  });

  it.each([
    ['at the start', undefined, undefined],
    ['behind', 'p1', 'p1'],
    ['ahead', 'p3', 'p3'],
  ])('refuses a commit that starts %s, and changes nothing', async (_where, from, expected) => {
    await commit(undefined, 'p1', churn);
    await commit('p1', 'p2', revenue);
    const refused = commit(from, 'p9', { id: 'churn' }, { id: 'revenue', own: { owner: 'alan' } });
    await expect(refused).rejects.toMatchObject({ name: 'CheckpointMoved', expected, actual: 'p2' });
    expect(await views.checkpoint(CARDS)).toBe('p2');
    expect(await held('churn', 'revenue')).toEqual([churn, revenue]);
  });

  it('refuses the same commit a second time', async () => {
    await commit(undefined, 'p1', churn);
    await expect(commit(undefined, 'p1', churn)).rejects.toThrow(CheckpointMoved);
  });

  it('lets one of two runners win', async () => {
    const outcomes = await Promise.allSettled([
      commit(undefined, 'p1', churn),
      commit(undefined, 'p2', revenue),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await held('churn', 'revenue')).toHaveLength(1);
  });

  it('replaces a document whole', async () => {
    await commit(undefined, 'p1', churn);
    await commit('p1', 'p2', { id: 'churn', own: { title: 'Churn' } });
    expect(await held('churn')).toStrictEqual([{ id: 'churn', own: { title: 'Churn' } }]);
  });

  it('keeps sums of a document that is no more, and removes it with the last of them', async () => {
    await commit(undefined, 'p1', churn);
    await commit('p1', 'p2', { id: 'churn', sum: churn.sum });
    expect(await held('churn')).toStrictEqual([{ id: 'churn', sum: churn.sum }]);
    await commit('p2', 'p3', { id: 'churn', own: undefined, sum: undefined });
    expect(await held('churn')).toEqual([]);
  });

  it('removes what is not there without a word', async () => {
    await commit(undefined, 'p1', { id: 'churn' });
    expect(await views.checkpoint(CARDS)).toBe('p1');
  });

  it('loads the documents there are of those asked for', async () => {
    await commit(undefined, 'p1', churn);
    expect(await held('revenue', 'churn', 'CHURN', 'churn ', 'toString')).toEqual([churn]);
    expect(await held()).toEqual([]);
  });

  it('refuses a commit into a generation that was not prepared', async () => {
    const generation = { ...CARDS, revision: 2 };
    await expect(views.commit({ generation, from: undefined, to: 'p1', documents: [] })).rejects.toThrow();
    expect(await views.generations()).toEqual([CARDS]);
  });

  it('holds ids and values that mean something to SQL, JSON or JavaScript as plain text', async () => {
    const documents = HOSTILE.map((text) => ({ id: text, own: { owner: text, [text]: text } }));
    documents.push({ id: 'own proto', own: JSON.parse('{"owner":"ada","__proto__":{"admin":true}}') });
    await commit(undefined, `'"--`, ...documents);
    expect(await views.checkpoint(CARDS)).toBe(`'"--`);
    const loaded = await views.load(CARDS, [...HOSTILE, 'own proto']);
    expect(loaded).toHaveLength(documents.length);
    for (const { id, own } of documents) {
      expect(JSON.stringify(loaded.find((document) => document.id === id)?.own)).toBe(JSON.stringify(own));
    }
    expect({}).not.toHaveProperty('admin');
  });

  it('cannot be changed through what was given or returned', async () => {
    const given = { id: 'churn', own: { owner: 'ada', values: [1] }, sum: { parts: [1] } };
    const documents = [given];
    await views.commit({ generation: CARDS, from: undefined, to: 'p1', documents });
    given.own.values.push(2);
    given.sum.parts.push(2);
    documents.pop();
    for (const document of [
      ...(await views.load(CARDS, ['churn'])),
      ...(await views.list(CARDS, { limit: 1 })).documents,
    ] as (typeof given)[]) {
      expect(document).toEqual({ id: 'churn', own: { owner: 'ada', values: [1] }, sum: { parts: [1] } });
      document.own.values.push(3);
      document.sum.parts.push(3);
    }
  });

  it('keeps of a document what JSON keeps', async () => {
    const own = { owner: undefined, zero: -0, day: new Date(0), holes: [undefined], huge: Infinity };
    await commit(undefined, 'p1', { id: 'churn', own });
    const kept = { zero: 0, day: '1970-01-01T00:00:00.000Z', holes: [null], huge: null };
    expect(await held('churn')).toStrictEqual([{ id: 'churn', own: kept }]);
  });

  it('commits of other views at the same moment, though one is refused and one cannot be held', async () => {
    const [late, huge]: Generation[] = ['late', 'huge'].map((view) => ({ ...CARDS, view }));
    await Promise.all([views.prepare(late!), views.prepare(huge!)]);
    await views.commit({ generation: late!, from: undefined, to: 'p1', documents: [] });
    const commits = await Promise.allSettled([
      views.commit({ generation: late!, from: undefined, to: 'p2', documents: [churn] }),
      views.commit({
        generation: huge!,
        from: undefined,
        to: 'p2',
        documents: [{ id: 'a', sum: { of: 1n } }],
      }),
      commit(undefined, 'p2', churn),
    ]);
    expect(commits).toMatchObject([
      { reason: expect.any(CheckpointMoved) },
      { reason: expect.any(TypeError) },
      { status: 'fulfilled' },
    ]);
    expect(await held('churn')).toEqual([churn]);
    expect(await views.checkpoint(late!)).toBe('p1');
    expect(await views.load(late!, ['churn'])).toEqual([]);
    expect(await views.checkpoint(huge!)).toBe(undefined);
  });

  it('refuses a sum that JSON cannot hold', async () => {
    await expect(commit(undefined, 'p1', { id: 'churn', sum: { goals: 1n } })).rejects.toThrow(TypeError);
    expect(await views.checkpoint(CARDS)).toBe(undefined);
  });

  describe('torn', () => {
    const before = [
      { id: 'a', own: { owner: 'ada' }, sum: { goals: '1' } },
      { id: 'b', own: { owner: 'ada' } },
      { id: 'c', sum: { goals: '2' } },
    ];
    const after: StoredDocument[] = [
      { id: 'a', own: { owner: 'grace' }, sum: { goals: '2' } },
      { id: 'b' },
      { id: 'c', own: { owner: 'grace' } },
      { id: 'd', own: { owner: 'grace' }, sum: { goals: '1' } },
      { id: 'e', sum: { goals: '1' } },
    ];
    const listed = async () => (await views.list(CARDS, { where: { owner: 'ada' }, limit: 10 })).documents;

    it.each(after.map(({ id }, write) => [write, id]))(
      'changes nothing where write %i fails, and does it all when delivered again',
      async (write, id) => {
        await commit(undefined, 'p1', ...before);
        const torn = after.with(write, unwritable(id));
        await expect(commit('p1', 'p2', ...torn)).rejects.toThrow('torn');
        expect(await views.checkpoint(CARDS)).toBe('p1');
        expect(await held('a', 'b', 'c', 'd', 'e')).toEqual(before);
        expect(await listed()).toEqual(before.slice(0, 2));

        await commit('p1', 'p2', ...after);
        expect(await views.checkpoint(CARDS)).toBe('p2');
        expect(await held('a', 'b', 'c', 'd', 'e')).toEqual(after.filter(({ id: other }) => other !== 'b'));
        expect(await listed()).toEqual([]);
      },
    );
  });
}
