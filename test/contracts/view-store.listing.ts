import { LimitExceeded } from '@pm/eventing';
import {
  BadCursor,
  type Generation,
  type ListQuery,
  NotIndexed,
  PAGE_DOCUMENTS_MAX,
  type StoredDocument,
  type ViewStore,
} from '@pm/projections';

const CARDS: Generation = { view: 'cards', revision: 1, indexes: ['owner', 'title'] };

const card = (id: string, own: object): StoredDocument => ({ id, own });

/** Filters, orders and refusals of lists. */
export function listing(open: () => ViewStore): void {
  let views: ViewStore;
  beforeEach(async () => {
    views = open();
    await views.prepare(CARDS);
  });

  const holding = (...documents: StoredDocument[]) =>
    views.commit({ generation: CARDS, from: undefined, to: 'p1', documents });
  const listed = (query: Partial<ListQuery>) => views.list(CARDS, { limit: 100, ...query });
  const ids = async (query: Partial<ListQuery>) => (await listed(query)).documents.map(({ id }) => id);

  it('gives an empty last page where there is nothing', async () => {
    expect(await listed({})).toEqual({ documents: [] });
    expect(await listed({ where: { owner: 'ada' }, sortBy: 'title' })).toEqual({ documents: [] });
  });

  it('gives documents as stored, in the order of ids', async () => {
    const first = { id: 'a', own: { owner: 'ada', nested: { values: [1] } }, sum: { goals: '1' } };
    await holding(card('b', {}), first);
    expect((await listed({})).documents).toStrictEqual([first, card('b', {})]);
  });

  it('leaves out what is known by its sums only', async () => {
    await holding({ id: 'unborn', sum: { goals: '1' } }, card('a', {}));
    expect(await ids({})).toEqual(['a']);
    expect(await ids({ where: { owner: '' }, sortBy: 'owner' })).toEqual(['a']);
  });

  it('gives what equals every field asked for', async () => {
    await holding(
      card('a', { owner: 'ada', title: 'churn' }),
      card('b', { owner: 'ada', title: 'growth' }),
      card('c', { owner: 'grace', title: 'churn' }),
      card('d', { owner: 'Ada', title: 'churn ' }),
    );
    expect(await ids({ where: { owner: 'ada' } })).toEqual(['a', 'b']);
    expect(await ids({ where: { owner: 'ada', title: 'churn' } })).toEqual(['a']);
    expect(await ids({ where: { title: 'churn' }, sortBy: 'owner' })).toEqual(['a', 'c']);
    expect(await ids({ where: {} })).toEqual(['a', 'b', 'c', 'd']);
  });

  it('sorts by text as its bytes in UTF-8, ties in the order of ids', async () => {
    const titles = ['', ' ', 'A', 'Z', 'a', 'ab', 'z', 'é', 'ﬀ', '\uffff', '😀', '😀a'];
    const cards = titles.flatMap((title, at) => [card(`2-${at}`, { title }), card(`1-${at}`, { title })]);
    await holding(...cards.toReversed());
    const expected = titles.flatMap((_, at) => [`1-${at}`, `2-${at}`]);
    expect(await ids({ sortBy: 'title' })).toEqual(expected);
  });

  it.each([[undefined], [null], [0], [7], [true], [false], [['ada']], [{ name: 'ada' }]])(
    'takes a field that holds %j for an empty text',
    async (owner) => {
      await holding(card('a', { owner: 'ada' }), card('b', { owner }), card('c', { owner: '' }));
      expect(await ids({ where: { owner: '' } })).toEqual(['b', 'c']);
      expect(await ids({ sortBy: 'owner' })).toEqual(['b', 'c', 'a']);
      const { documents, next } = await listed({ sortBy: 'owner', limit: 1 });
      expect(documents.map(({ id }) => id)).toEqual(['b']);
      expect(await ids({ sortBy: 'owner', cursor: next })).toEqual(['c', 'a']);
    },
  );

  it.each([
    `' OR '1'='1`,
    `'; DROP TABLE generations; --`,
    '"',
    '%',
    '_',
    '__proto__',
    '\u0000',
    'a\u0000',
    '😀',
  ])('compares %j as plain text', async (text) => {
    await holding(card('a', { owner: 'ada' }), card('b', { owner: text }), card('c', { owner: 'a' }));
    expect(await ids({ where: { owner: text } })).toEqual(['b']);
    expect(await ids({ where: { owner: `${text}'` } })).toEqual([]);
  });

  it.each(['created', 'OWNER', '', '__proto__', 'constructor', `owner') OR 1=1 --`])(
    'refuses to filter or sort by %j, which is not indexed',
    async (field) => {
      const where = Object.fromEntries([[field, 'ada']]);
      await expect(listed({ where })).rejects.toThrow(NotIndexed);
      await expect(listed({ sortBy: field })).rejects.toThrow(NotIndexed);
    },
  );

  it.each([0, -1, 1.5, NaN, Infinity, PAGE_DOCUMENTS_MAX + 1])('refuses a page of %d', async (limit) => {
    await expect(listed({ limit })).rejects.toThrow(LimitExceeded);
  });

  it('gives the largest page and stops there', async () => {
    const numbers = Array.from({ length: PAGE_DOCUMENTS_MAX + 1 }, (_, number) =>
      String(number).padStart(4, '0'),
    );
    await holding(...numbers.map((number) => card(number, {})));
    const { documents, next } = await listed({ limit: PAGE_DOCUMENTS_MAX });
    expect(documents.map(({ id }) => id)).toEqual(numbers.slice(0, -1));
    expect(await listed({ limit: PAGE_DOCUMENTS_MAX, cursor: next })).toEqual({
      documents: [card('1000', {})],
    });
  });

  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  it.each([
    '',
    'x',
    '!!!!',
    encoded(null),
    encoded('ab'),
    encoded(7),
    encoded({}),
    encoded([]),
    encoded(['a']),
    encoded([1, 'a']),
    encoded(['a', { $gt: '' }]),
    encoded(['', 'a', 'b', 'c']),
  ])('refuses the cursor %j', async (cursor) => {
    await expect(listed({ cursor })).rejects.toThrow(BadCursor);
    await expect(listed({ cursor, sortBy: 'owner' })).rejects.toThrow(BadCursor);
  });

  it('refuses the cursor of a list in another order', async () => {
    await holding(card('a', { owner: 'ada', title: 'z' }), card('b', { owner: 'grace', title: 'y' }));
    const [byId, byOwner] = [await listed({ limit: 1 }), await listed({ limit: 1, sortBy: 'owner' })];
    await expect(listed({ cursor: byId.next, sortBy: 'owner' })).rejects.toThrow(BadCursor);
    await expect(listed({ cursor: byOwner.next, sortBy: 'title' })).rejects.toThrow(BadCursor);
    await expect(listed({ cursor: byOwner.next })).rejects.toThrow(BadCursor);
    expect(await ids({ cursor: byId.next })).toEqual(['b']);
    expect(await ids({ cursor: byOwner.next, sortBy: 'owner' })).toEqual(['b']);
  });

  it('goes on behind a document that was removed meanwhile', async () => {
    await holding(card('a', { owner: 'x' }), card('b', { owner: 'x' }), card('c', { owner: 'x' }));
    const { next } = await listed({ sortBy: 'owner', limit: 2 });
    await views.commit({ generation: CARDS, from: 'p1', to: 'p2', documents: [{ id: 'b' }, card('aa', {})] });
    expect(await ids({ sortBy: 'owner', cursor: next })).toEqual(['c']);
  });
}
