import { MemoryBookmarks } from '@pm/jobs/memory';
import { bookmarksContract } from './bookmarks.contract.js';

bookmarksContract('Memory', async () => {
  const bookmarks = new MemoryBookmarks();
  return { open: () => bookmarks, close: async () => {} };
});
