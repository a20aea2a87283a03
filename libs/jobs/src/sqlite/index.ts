export { SqliteAgenda } from './sqlite-agenda.js';
export { SqliteBookmarks } from './sqlite-bookmarks.js';
export { SqliteLeases } from './sqlite-leases.js';
export { openStateFile } from './state-file.js';
