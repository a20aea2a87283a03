import fc from 'fast-check';
import type { Generation, ListQuery, StoredDocument, ViewStore } from '@pm/projections';

interface Card {
  readonly id: string;
  readonly own: { readonly owner?: string; readonly title?: string };
}

const text = fc.oneof(
  fc.constantFrom('', 'a', 'A', 'ab', '\uffff', '\u{10000}', '😀', '\u0000', "'", '"', '__proto__'),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const cards = fc.uniqueArray(
  fc.record({ id: text, own: fc.record({ owner: text, title: text }, { requiredKeys: [] }) }),
  { selector: ({ id }) => id, maxLength: 40 },
);
const field = fc.constantFrom('owner' as const, 'title' as const);

/** By bytes of UTF-8. */
const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

function expectedIds(all: readonly Card[], { where = {}, sortBy }: Omit<ListQuery, 'limit'>): string[] {
  const valueOf = ({ own }: Card, name: string) => own[name as 'owner' | 'title'] ?? '';
  return all
    .filter((card) => Object.entries(where).every(([name, value]) => valueOf(card, name) === value))
    .sort((a, b) => (sortBy ? compare(valueOf(a, sortBy), valueOf(b, sortBy)) : 0) || compare(a.id, b.id))
    .map(({ id }) => id);
}

/** Whole lists, page by page. */
export function traversing(open: () => ViewStore): void {
  const pagesOf = async (
    generation: Generation,
    query: ListQuery,
  ): Promise<(readonly StoredDocument[])[]> => {
    const pages: (readonly StoredDocument[])[] = [];
    let cursor: string | undefined;
    do {
      const page = await open().list(generation, { ...query, cursor });
      pages.push(page.documents);
      cursor = page.next;
    } while (cursor !== undefined);
    return pages;
  };

  it('gives every document once and in order, whatever the texts and the size of the pages', async () => {
    let revision = 0;
    const lists = fc.record({
      sortBy: fc.option(field, { nil: undefined }),
      limit: fc.integer({ min: 1, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(cards, lists, field, async (documents, query, filtered) => {
        const generation = { view: 'cards', revision: ++revision, indexes: ['owner', 'title'] };
        await open().prepare(generation);
        await open().commit({ generation, from: undefined, to: 'p1', documents });

        const value = documents.at(-1)?.own[filtered] ?? '';
        for (const where of [undefined, { [filtered]: value }]) {
          const expected = expectedIds(documents, { ...query, where });
          const pages = await pagesOf(generation, { ...query, where });
          expect(pages.flat().map(({ id }) => id)).toEqual(expected);
          expect(pages).toHaveLength(Math.max(1, Math.ceil(expected.length / query.limit)));
        }
        await open().drop(generation);
      }),
      { numRuns: 150 },
    );
  });
}
