export { copyDatabaseFile } from './copy-file.js';
export { openDatabase, type Db, type Schema } from './database.js';
export { DataLock, DataLocked } from './data-lock.js';
export { GroupCommit } from './group-commit.js';
export { ReadTurn } from './read-turn.js';
export { SqliteEventStore } from './sqlite-event-store.js';
export { SqliteKeys } from './sqlite-keys.js';
export { WalFile } from './wal-file.js';
