import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import fc from 'fast-check';
import { verify } from '@pm/eventing';
import { SqliteEventStore } from '@pm/eventing/sqlite';
import { SqliteViewStore } from '@pm/projections/sqlite';
import { expectComplete, expectedOf, held, projector, TASK_VIEWS } from '../../contracts/projected.js';
import { temporaryDirectory } from '../../contracts/temporary-directory.js';
import { random } from '../../support/random.js';
import { taskEvent, withoutCycles } from '../../support/task-history.js';
import { TaskLog } from '../../support/task-log.js';
import { seed, times } from '../form.js';

const TEARS = times(20, 500);
/** Few enough that nothing was moved from a WAL to its file yet. */
const APPENDS = 40;
const EVENTS_PER_APPEND = 5;
const FILES = ['events.db', 'events.db-wal', 'views.db', 'views.db-wal'];

function flip(file: string, offset: number): void {
  const bytes = readFileSync(file);
  bytes[offset]! ^= 1 + (offset % 255);
  writeFileSync(file, bytes);
}

/** Files as they are beside stores that are open, and how long the log was after each append. */
async function live(directory: string): Promise<{ lengths: Set<number>; ids: string[] }> {
  const views = SqliteViewStore.open(`${directory}/views.db`);
  const log = new TaskLog(SqliteEventStore.open(`${directory}/events.db`));
  const possible = withoutCycles();
  const batches = fc.sample(fc.array(taskEvent, { minLength: 1, maxLength: EVENTS_PER_APPEND }), {
    numRuns: APPENDS,
    seed,
  });
  const lengths = new Set([0]);
  for (const batch of batches) {
    await log.write(...possible(batch));
    for (const view of TASK_VIEWS) await projector(view, log, views).catchUp();
    lengths.add(Math.max(...lengths) + batch.length);
  }
  mkdirSync(`${directory}/live`);
  for (const file of FILES) copyFileSync(`${directory}/${file}`, `${directory}/live/${file}`);
  const ids = (await log.read()).map(({ id }) => id);
  await log.events.close();
  await views.close();
  return { lengths, ids };
}

describe(`A WAL torn at ${TEARS} places (seed ${seed})`, () => {
  const { path, remove } = temporaryDirectory();
  const torn = `${path}/torn`;
  const chance = random(seed);
  let lengths: Set<number>;
  let ids: string[];
  beforeAll(async () => {
    ({ lengths, ids } = await live(path));
  });
  afterAll(remove);

  /** Opens what a tear left of the files. */
  async function expectWhole(): Promise<void> {
    const log = new TaskLog(SqliteEventStore.open(`${torn}/events.db`));
    const views = SqliteViewStore.open(`${torn}/views.db`);
    try {
      expect((await verify(log.events)).fault).toBeUndefined();
      const events = await log.read();
      expect(events.map(({ id }) => id)).toEqual(ids.slice(0, events.length));
      expect(lengths).toContain(events.length);
      for (const view of TASK_VIEWS) {
        await expectShownAsFarAsItCame(view, log, views);
        await projector(view, log, views).catchUp();
        await expectComplete(view, log, views);
      }
    } finally {
      await log.events.close();
      await views.close();
    }
  }

  async function tear(number: number): Promise<void> {
    const file = `${torn}/${chance() < 0.7 ? 'events' : 'views'}.db-wal`;
    mkdirSync(torn);
    for (const name of FILES) copyFileSync(`${path}/live/${name}`, `${torn}/${name}`);
    const offset = Math.floor(chance() * statSync(file).size);
    if (number % 2 === 0) truncateSync(file, offset);
    else flip(file, offset);
    await expectWhole();
    rmSync(torn, { recursive: true });
  }

  it(
    'leaves the log as it was after some append, and views as they were after some commit',
    async () => {
      for (let number = 0; number < TEARS; number++) await tear(number);
    },
    TEARS * 3000,
  );
});

/** A view whose events are still there shows what a slow fold of them shows. */
async function expectShownAsFarAsItCame(
  view: (typeof TASK_VIEWS)[number],
  log: TaskLog,
  views: SqliteViewStore,
): Promise<void> {
  const generation = await views.active(view.name);
  const checkpoint = generation && (await views.checkpoint(generation));
  if (!checkpoint || checkpoint > ((await log.events.head()) ?? '')) return;
  const events = (await log.read()).filter(({ position }) => position <= checkpoint);
  expect(await held(views, view)).toStrictEqual(expectedOf(view, events));
}
