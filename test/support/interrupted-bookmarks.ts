import { StoreUnavailable } from '@pm/eventing';
import { Bookmarks } from '@pm/jobs';

/** Bookmarks of a process that dies before it can move one, so many times. */
export class InterruptedBookmarks extends Bookmarks {
  constructor(
    private readonly bookmarks: Bookmarks,
    private interruptions: number,
  ) {
    super();
  }

  at(name: string): Promise<string | undefined> {
    return this.bookmarks.at(name);
  }

  async advance(name: string, to: string): Promise<void> {
    if (this.interruptions-- > 0) throw new StoreUnavailable('interrupted');
    await this.bookmarks.advance(name, to);
  }
}
