import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { StoreUnavailable } from '@pm/eventing';
import { DataLock, DataLocked, openDatabase, SqliteEventStore } from '@pm/eventing/sqlite';
import { idsOf, newStream, stored, storedFrom, STRUCK } from './stored.js';
import { temporaryDirectory } from './temporary-directory.js';

let directory: ReturnType<typeof temporaryDirectory>;
let file: string;
beforeEach(() => {
  directory = temporaryDirectory();
  file = `${directory.path}/events.db`;
});
afterEach(() => directory.remove());

describe('A log in a file', () => {
  it('keeps every stream, position and name when opened again', async () => {
    const store = SqliteEventStore.open(file);
    const [stream, other] = [newStream(), newStream()];
    await store.append(stream, 'none', storedFrom(stream, 0, 3));
    await store.append(other, 'none', storedFrom(other, 0, 2, { type: STRUCK }));
    const before = await store.readAll({ limit: 100 });
    await store.close();

    const again = SqliteEventStore.open(file);
    expect(await again.readAll({ limit: 100 })).toEqual(before);
    expect(again.logId).toBe(store.logId);
    await expect(again.append(stream, 2, [stored(stream, 3)])).resolves.toMatchObject({ revision: 3 });
    await again.close();
  });

  it('recognises a repeated append after it was opened again', async () => {
    const store = SqliteEventStore.open(file);
    const stream = newStream();
    const events = storedFrom(stream, 0, 3);
    const first = await store.append(stream, 'none', events);
    await store.close();
    const again = SqliteEventStore.open(file);
    expect(await again.append(stream, 'none', events)).toEqual({ ...first, alreadyAppended: true });
    await again.close();
  });

  it('answers the appends that wait before it closes, and refuses later ones', async () => {
    const store = SqliteEventStore.open(file);
    const streams = Array.from({ length: 600 }, newStream);
    const waiting = Promise.all(streams.map((stream) => store.append(stream, 'none', [stored(stream, 0)])));
    await store.close();
    expect(await waiting).toHaveLength(600);
    const late = newStream();
    await expect(store.append(late, 'none', [stored(late, 0)])).rejects.toThrow(StoreUnavailable);
  });

  it('shows a reader beside its writer what was committed, and takes nothing from it', async () => {
    const writer = SqliteEventStore.open(file);
    const reader = SqliteEventStore.openReadOnly(file);
    const stream = newStream();
    const { position } = await writer.append(stream, 'none', [stored(stream, 0)]);
    expect(await reader.head()).toBe(position);
    expect(await reader.readStream(stream)).toEqual(await writer.readStream(stream));
    await expect(reader.append(stream, 0, [stored(stream, 1)])).rejects.toThrow(StoreUnavailable);
    expect(await writer.readStream(stream)).toHaveLength(1);
    await reader.close();
    await writer.close();
  });

  it('is not made by a reader', () => {
    expect(() => SqliteEventStore.openReadOnly(file)).toThrow(StoreUnavailable);
    expect(readdirSync(directory.path)).toEqual([]);
  });

  it('that is no database is refused', () => {
    writeFileSync(
      file,
      'not a database, though long enough to have a header of one hundred bytes '.repeat(3),
    );
    expect(() => SqliteEventStore.open(file)).toThrow(StoreUnavailable);
  });

  it('in a directory that does not exist is refused', () => {
    expect(() => SqliteEventStore.open(`${directory.path}/nowhere/events.db`)).toThrow(StoreUnavailable);
  });
});

describe('A full disk', () => {
  const big = { data: { text: 'x'.repeat(200_000) } };

  it('refuses what does not fit, keeps what was answered, and goes on once there is space', async () => {
    const store = SqliteEventStore.open(file);
    const stream = newStream();
    const kept = stored(stream, 0);
    const { position } = await store.append(stream, 'none', [kept]);
    const pages = store['db'].pragma('page_count', { simple: true }) as number;
    store['db'].pragma(`max_page_count = ${pages}`);

    const refused = stored(stream, 1, { ...big, type: STRUCK });
    await expect(store.append(stream, 0, [refused])).rejects.toThrow(StoreUnavailable);
    await expect(store.append(stream, 0, [refused])).rejects.toThrow(/full/);
    expect(await store.head()).toBe(position);
    expect(idsOf(await store.readStream(stream))).toEqual([kept.id]);

    store['db'].pragma('max_page_count = 1000000');
    const answer = await store.append(stream, 0, [refused]);
    expect(answer).toMatchObject({ revision: 1, alreadyAppended: false });
    expect((await store.readStream(stream)).map(({ type }) => type)).toEqual([kept.type, STRUCK]);
    await store.close();
  });

  it('fails all appends of one commit alike, and stores none of them', async () => {
    const store = SqliteEventStore.open(file);
    const streams = [newStream(), newStream(), newStream()];
    const appends = () =>
      streams.map((name, turn) =>
        store.append(name, 'none', [stored(name, 0, turn === 1 ? { ...big, type: STRUCK } : {})]),
      );
    const pages = store['db'].pragma('page_count', { simple: true }) as number;
    store['db'].pragma(`max_page_count = ${pages}`);
    const outcomes = await Promise.allSettled(appends());
    expect(outcomes.map(({ status }) => status)).toEqual(Array(3).fill('rejected'));
    expect(await store.readAll({ limit: 10 })).toEqual({ events: [], upTo: undefined, atHead: true });

    store['db'].pragma('max_page_count = 1000000');
    await Promise.all(appends());
    expect((await store.readAll({ limit: 10 })).events.map(({ stream }) => stream)).toEqual(streams);
    await store.close();
  });
});

it('A stream that was never stored leaves its name to nobody', async () => {
  const store = SqliteEventStore.open(file);
  store['db'].exec(`CREATE TRIGGER broken BEFORE INSERT ON events WHEN NEW.revision = 1
                    BEGIN SELECT RAISE(ABORT, 'broken'); END`);
  const [lost, kept] = [newStream(), newStream()];
  const first = stored(lost, 0);
  const appends = [first, first, stored(lost, 1)].map((event) =>
    store.append(lost, event.revision === 0 ? 'none' : 0, [event]),
  );
  const outcomes = await Promise.allSettled(appends);
  expect(outcomes.map(({ status }) => status)).toEqual(Array(3).fill('rejected'));
  await store.append(kept, 'none', [stored(kept, 0)]);
  expect((await store.readAll({ limit: 10 })).events.map(({ stream }) => stream)).toEqual([kept]);
  await store.close();
});

it('A write that fails halfway is undone, and the next one works', async () => {
  const store = SqliteEventStore.open(file);
  store['db'].exec(`CREATE TRIGGER broken BEFORE INSERT ON events WHEN NEW.revision = 1
                    BEGIN SELECT RAISE(ABORT, 'broken'); END`);
  const streams = [newStream(), newStream()];
  const appends = () =>
    streams.map((stream) => store.append(stream, 'none', storedFrom(stream, 0, 2, { type: STRUCK })));
  const reason = expect.objectContaining({ name: 'StoreUnavailable' });
  expect(await Promise.allSettled(appends())).toEqual(Array(2).fill({ status: 'rejected', reason }));
  expect(await store.readAll({ limit: 10 })).toEqual({ events: [], upTo: undefined, atHead: true });

  store['db'].exec('DROP TRIGGER broken');
  expect(await Promise.all(appends())).toMatchObject([{ revision: 1 }, { revision: 1 }]);
  await store.close();
});

describe('The lock of a data directory', () => {
  it('is held by one at a time', () => {
    const lock = DataLock.acquire(directory.path);
    expect(() => DataLock.acquire(directory.path)).toThrow(new DataLocked(directory.path));
    lock.release();
    DataLock.acquire(directory.path).release();
  });

  it('does not stand in the way of other directories', () => {
    const other = temporaryDirectory();
    const locks = [DataLock.acquire(directory.path), DataLock.acquire(other.path)];
    expect(locks).toHaveLength(2);
    for (const lock of locks) lock.release();
    other.remove();
  });

  it('is free again when the process that held it was killed', async () => {
    const driver = createRequire(import.meta.url).resolve('better-sqlite3');
    const holder = spawn(process.execPath, [
      '-e',
      `const db = new (require(${JSON.stringify(driver)}))(${JSON.stringify(`${directory.path}/lock.db`)});
       db.exec('BEGIN EXCLUSIVE'); console.log('held'); setInterval(() => {}, 1000);`,
    ]);
    await once(holder.stdout, 'data');
    expect(() => DataLock.acquire(directory.path)).toThrow(DataLocked);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    DataLock.acquire(directory.path).release();
  });
});

describe('A file on a disk that is full', () => {
  const open = () => openDatabase({ file, ...TEXTS });

  it('is unavailable for what cannot be written, readable, and goes on when there is space', () => {
    const db = open();
    const add = (bytes: number) => db.prepare('INSERT INTO texts VALUES (?)').run('x'.repeat(bytes));
    const count = () => db.prepare('SELECT count(*) FROM texts').pluck().get();
    add(10);
    db.pragma('max_page_count = 2');
    expect(() => add(100_000)).toThrow(StoreUnavailable);
    expect(() => add(100_000)).toThrow('events.db cannot be read or written: database or disk is full');
    expect(count()).toBe(1);
    db.pragma('max_page_count = 1000');
    add(100_000);
    expect(count()).toBe(2);
    db.close();
  });

  it.each(['deferred', 'immediate', 'exclusive', 'default'] as const)(
    'is unavailable for what a transaction, %s, cannot write, and keeps none of it',
    (kind) => {
      const db = open();
      const addTwo = db.transaction((bytes: number) => {
        db.exec(`INSERT INTO texts VALUES ('first')`);
        db.exec(`INSERT INTO texts VALUES (zeroblob(${bytes}))`);
      })[kind];
      db.pragma('max_page_count = 2');
      expect(() => addTwo(100_000)).toThrow(StoreUnavailable);
      expect(db.prepare('SELECT count(*) FROM texts').pluck().get()).toBe(0);
      addTwo(1);
      expect(db.prepare('SELECT * FROM texts').all()).toHaveLength(2);
      db.close();
    },
  );

  it('is not to blame for a mistake of ours', () => {
    const db = open();
    expect(() => db.exec('SELECT missing')).toThrow('no such column');
    db.close();
  });

  const TEXTS = {
    schema: ['CREATE TABLE texts (text TEXT)'],
    synchronous: 'FULL',
    pageSize: 4096,
  } as const;
});
