import { readdirSync } from 'node:fs';
import { StoreUnavailable } from '@pm/eventing';
import { openDatabase, SqliteEventStore, SqliteKeys } from '@pm/eventing/sqlite';
import { openStateFile, SqliteAgenda, SqliteBookmarks } from '@pm/jobs/sqlite';
import type { ActorId, Instant, PersonId } from '@pm/kernel';
import { SqliteViewStore } from '@pm/projections/sqlite';
import type { Read } from '@pm/reads';
import { SqliteReadLog } from '@pm/reads/sqlite';
import { FIRST_STATE, FIRST_VIEWS, SECOND_CARDS } from './first-schemas.js';
import { temporaryDirectory } from './temporary-directory.js';

let directory: ReturnType<typeof temporaryDirectory>;
let file: string;
beforeEach(() => {
  directory = temporaryDirectory();
  file = `${directory.path}/texts.db`;
});
afterEach(() => directory.remove());

const open = (schema: readonly string[], { readonly = false } = {}) =>
  openDatabase({ file, readonly, schema, synchronous: 'FULL', pageSize: 4096 });

/** A file as a program left it that knew these steps. */
function leave(schema: readonly string[], ...filling: readonly string[]): void {
  const db = open(schema);
  for (const sql of filling) db.exec(sql);
  db.close();
}

function lookAt(schema: readonly string[]): { version: unknown; texts: unknown } {
  const db = open(schema, { readonly: true });
  const texts = db.prepare('SELECT * FROM texts').all();
  const version = db.pragma('user_version', { simple: true });
  db.close();
  return { version, texts };
}

describe('A file of an older version', () => {
  const FIRST = 'CREATE TABLE texts (text TEXT)';
  const SECOND = `ALTER TABLE texts ADD COLUMN language TEXT; UPDATE texts SET language = 'en'`;
  const THIRD = 'CREATE INDEX by_language ON texts (language)';
  const BROKEN = `UPDATE texts SET text = 'half done'; INSERT INTO missing VALUES (1)`;

  it('is brought to the newest, with what is in it', () => {
    leave([FIRST], `INSERT INTO texts VALUES ('kept')`);
    leave([FIRST, SECOND, THIRD]);
    expect(lookAt([FIRST, SECOND, THIRD])).toEqual({ version: 3, texts: [{ text: 'kept', language: 'en' }] });
  });

  it('takes no step twice', () => {
    leave([FIRST]);
    leave([FIRST, SECOND], `INSERT INTO texts VALUES ('neu', 'de')`);
    leave([FIRST, SECOND]);
    expect(lookAt([FIRST, SECOND]).texts).toEqual([{ text: 'neu', language: 'de' }]);
  });

  it('keeps the steps that were done and nothing of the one that was cut off, and goes on from there', () => {
    leave([FIRST], `INSERT INTO texts VALUES ('kept')`);
    expect(() => open([FIRST, SECOND, BROKEN])).toThrow(StoreUnavailable);
    expect(lookAt([FIRST, SECOND])).toEqual({ version: 2, texts: [{ text: 'kept', language: 'en' }] });
    leave([FIRST, SECOND, THIRD]);
    expect(lookAt([FIRST, SECOND, THIRD]).version).toBe(3);
  });

  it('is left as it is by a reader, who says what to do', () => {
    leave([FIRST]);
    expect(() => open([FIRST, SECOND], { readonly: true })).toThrow(
      `cannot open ${file}: it has version 1, this program reads 2: start its server once, which upgrades the file`,
    );
    expect(lookAt([FIRST]).version).toBe(1);
  });
});

describe('A file of a newer version', () => {
  const NEWER = Array<string>(9).fill('');
  const stores = {
    log: () => SqliteEventStore.open(file),
    'log, read only': () => SqliteEventStore.openReadOnly(file),
    keys: () => SqliteKeys.open(file),
    views: () => SqliteViewStore.open(file),
    'views, read only': () => SqliteViewStore.open(file, { readonly: true }),
    'state file': () => openStateFile(file),
  };

  it.each(Object.entries(stores))('is refused by name of both versions, and let go: %s', (_, openStore) => {
    leave(NEWER);
    expect(openStore).toThrow(StoreUnavailable);
    expect(openStore).toThrow(/: it has version 9, this program knows [123] at most: start a newer one/);
    // Whoever closes it last takes what lies beside it away.
    leave(NEWER);
    expect(readdirSync(directory.path)).toEqual(['texts.db']);
  });
});

describe.each([
  ['without', []],
  ['with', [FIRST_VIEWS.parked]],
])('Views of version 1, %s a table of what is parked', (_, more) => {
  const SCORES = { view: 'scores', revision: 4, indexes: [] };

  it('are shown as they were, and park what they cannot take', async () => {
    leave([FIRST_VIEWS.tables], ...FIRST_VIEWS.scores, ...more);
    const views = SqliteViewStore.open(file);
    expect(await views.active('scores')).toEqual(SCORES);
    expect(await views.load(SCORES, ['churn'])).toEqual([{ id: 'churn', own: { value: '2.4' } }]);
    expect(await views.parked(SCORES)).toEqual([]);
    const event = { position: 'log.2', stream: 'kpi-1', revision: 0, type: 'test.Struck', documents: [] };
    await views.commit({ generation: SCORES, from: 'log.1', to: 'log.2', documents: [], parked: [event] });
    await views.close();
    const again = SqliteViewStore.open(file, { readonly: true });
    expect(await again.parked(SCORES)).toEqual([event]);
    await again.close();
  });
});

describe('Views of version 2', () => {
  const CARDS = { view: 'cards', revision: 1, indexes: ['owner', 'place'] };

  it('are listed as they were, and as they change', async () => {
    leave([FIRST_VIEWS.tables, FIRST_VIEWS.parked], ...SECOND_CARDS);
    const views = SqliteViewStore.open(file);
    await views.prepare(CARDS);
    const idsWhere = async (where: Record<string, string>) =>
      (await views.list(CARDS, { where, sortBy: 'owner', limit: 10 })).documents.map(({ id }) => id);
    expect(await idsWhere({})).toEqual(['churn', 'trust']);
    expect(await idsWhere({ owner: 'ada', place: '' })).toEqual(['churn']);
    const moved = { id: 'churn', own: { owner: 'eve', place: 'Ulm' } };
    await views.commit({ generation: CARDS, from: 'log.2', to: 'log.3', documents: [moved] });
    expect(await idsWhere({ owner: 'eve' })).toEqual(['churn', 'trust']);
    expect(await idsWhere({ place: 'Ulm' })).toEqual(['churn']);
    await views.close();
  });
});

describe.each([
  ['without', []],
  ['with', [FIRST_STATE.bookmarks]],
])('A state file of version 1, %s bookmarks', (_, more) => {
  it('keeps what is due, and bookmarks', async () => {
    leave([FIRST_STATE.tables], FIRST_STATE.due, ...more);
    const db = openStateFile(file);
    const due = await new SqliteAgenda(db).due(['remind'], '2026-03-04T00:00:00.000Z' as Instant, 10);
    expect(due.map(({ id }) => id)).toEqual(['remind:1']);
    const bookmarks = new SqliteBookmarks(db);
    await bookmarks.advance('webhook', 'log.7');
    expect(await bookmarks.at('webhook')).toBe('log.7');
    db.close();
  });
});

describe('A state file of version 2', () => {
  it('keeps its bookmarks, and who read what from now on', async () => {
    leave([FIRST_STATE.tables, FIRST_STATE.bookmarks], `INSERT INTO bookmarks VALUES ('webhook', 'log.7')`);
    const db = openStateFile(file);
    const read: Read = {
      id: '01900000-0000-7000-8000-000000000001',
      at: '2026-03-03T09:30:00.000Z' as Instant,
      reader: 'eve' as ActorId,
      roles: ['auditor'],
      what: 'person',
      subjects: ['ada' as PersonId],
      correlationId: 'request',
    };
    const log = new SqliteReadLog(db);
    await log.record(read);
    expect((await log.list({ subject: 'ada', limit: 10 })).reads).toEqual([read]);
    expect(await new SqliteBookmarks(db).at('webhook')).toBe('log.7');
    db.close();
  });
});
