import type { Bookmarks } from '@pm/jobs';

/** A place for bookmarks; each call opens it once more. */
export interface OpenedBookmarks {
  open(): Bookmarks;
  close(): Promise<void>;
}

/** What every store of bookmarks promises; each adapter runs it. */
export function bookmarksContract(name: string, place: () => Promise<OpenedBookmarks>): void {
  describe(`${name} bookmarks`, () => {
    let opened: OpenedBookmarks;
    let bookmarks: Bookmarks;
    beforeEach(async () => {
      opened = await place();
      bookmarks = opened.open();
    });
    afterEach(() => opened.close());

    it('are nowhere at first', async () => expect(await bookmarks.at('mail')).toBe(undefined));

    it('are where they were put, each under its own name', async () => {
      await bookmarks.advance('mail', 'log.01');
      await bookmarks.advance('bells', 'log.02');
      expect([await bookmarks.at('mail'), await bookmarks.at('bells')]).toEqual(['log.01', 'log.02']);
    });

    it('go forward only', async () => {
      for (const to of ['log.02', 'log.01', 'log.02']) await bookmarks.advance('mail', to);
      expect(await bookmarks.at('mail')).toBe('log.02');
    });

    it('are at the furthest of those that were put at the same moment', async () => {
      const places = ['log.03', 'log.09', 'log.01', 'log.07'];
      await Promise.all(places.map((to) => bookmarks.advance('mail', to)));
      expect(await bookmarks.at('mail')).toBe('log.09');
    });

    it('are there for whoever opens them next', async () => {
      await bookmarks.advance('mail', 'log.05');
      expect(await opened.open().at('mail')).toBe('log.05');
    });
  });
}
