import { copyFileSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Db, openDatabase, WalFile } from '@pm/eventing/sqlite';
import { temporaryDirectory } from './temporary-directory.js';

const MEBIBYTE = 1024 * 1024;

/** Commits so many times a mebibyte, beside whoever started it. */
const WRITER = `
  const { workerData, parentPort } = require('node:worker_threads');
  const Database = require('better-sqlite3');
  const db = new Database(workerData.file, { timeout: 5000 });
  db.pragma('wal_autocheckpoint = 0');
  const put = db.prepare('INSERT OR REPLACE INTO texts VALUES (?, ?)');
  for (let index = 0; index < workerData.commits; index++) put.run(index % 8, 'x'.repeat(${MEBIBYTE}));
  db.close();
`;

describe('The WAL of a file', () => {
  let directory: ReturnType<typeof temporaryDirectory>;
  let file: string;
  let db: Db;
  let wal: WalFile;
  beforeEach(() => {
    directory = temporaryDirectory();
    file = `${directory.path}/texts.db`;
    const schema = ['CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT)'];
    db = openDatabase({ file, schema, synchronous: 'NORMAL', pageSize: 4096 });
    wal = new WalFile(file);
  });
  afterEach(() => {
    wal.close();
    db.close();
    directory.remove();
  });

  const write = (mebibytes: number): void => {
    const put = db.prepare('INSERT OR REPLACE INTO texts VALUES (?, ?)');
    for (let index = 0; index < mebibytes; index++) put.run(index, 'x'.repeat(MEBIBYTE));
  };
  const walBytes = () => statSync(`${file}-wal`).size;
  const textsIn = (copy: string): number => {
    const copied = openDatabase({ file: copy, schema: [''], synchronous: 'NORMAL', pageSize: 4096 });
    const { count } = copied.prepare('SELECT count(*) AS count FROM texts').get() as { count: number };
    copied.close();
    return count;
  };

  it('is moved to the file, which then holds what was committed by itself', () => {
    write(3);
    wal.checkpoint();
    const copy = `${directory.path}/copy.db`;
    copyFileSync(file, copy);
    expect(textsIn(copy)).toBe(3);
  });

  it('begins anew once all of it is moved', () => {
    write(20);
    const before = walBytes();
    wal.checkpoint();
    write(15);
    expect(walBytes()).toBe(before);
  });

  it('is left as long as a reader looks at what is before it, and nobody is told', () => {
    write(1);
    wal.checkpoint();
    const reader = openDatabase({
      file,
      readonly: true,
      schema: [''],
      synchronous: 'NORMAL',
      pageSize: 4096,
    });
    reader.exec('BEGIN');
    const seen = () => reader.prepare('SELECT count(*) AS count FROM texts').get();
    expect(seen()).toEqual({ count: 1 });
    write(40);
    wal.checkpoint();
    expect(seen()).toEqual({ count: 1 });
    const long = walBytes();
    expect(long).toBeGreaterThan(40 * MEBIBYTE);
    reader.exec('COMMIT');
    reader.close();
    wal.checkpoint();
    write(30);
    expect(walBytes()).toBe(long);
  });

  it('stays short however much is committed beside', async () => {
    const writer = new Worker(WRITER, { eval: true, workerData: { file, commits: 400 } });
    const ended = once(writer, 'exit');
    let isDone = false;
    void ended.then(() => (isDone = true));
    while (!isDone) {
      wal.checkpoint();
      await delay(20);
    }
    expect((await ended)[0]).toBe(0);
    expect(walBytes()).toBeLessThan(100 * MEBIBYTE);
  }, 60_000);
});
