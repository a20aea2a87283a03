import { Bookmarks } from '../bookmarks.js';

/** Bookmarks in memory, gone with the process. */
export class MemoryBookmarks extends Bookmarks {
  private readonly positions = new Map<string, string>();

  async at(name: string): Promise<string | undefined> {
    return this.positions.get(name);
  }

  async advance(name: string, to: string): Promise<void> {
    if (to > (this.positions.get(name) ?? '')) this.positions.set(name, to);
  }
}
