import fc from 'fast-check';
import type { AsOf, GoalChange, GoalRow } from '@pm/insights';
import { goalTree } from '@pm/insights/views';
import type { Instant } from '@pm/kernel';
import { rolledUp, type StoredDocument, type ViewStore } from '@pm/projections';
import { MemoryViewStore } from '@pm/projections/memory';
import { SqliteViewStore } from '@pm/projections/sqlite';
import { temporaryDirectory } from '../contracts/temporary-directory.js';
import { FaultyViewStore, Torn } from '../support/faulty-view-store.js';
import { cyclicHistories, histories, type Step, timesIn } from './goal-history.js';
import { goalsAt, type Known } from './goal-reference.js';
import { moments, momentsIn, part, picked } from './moments.js';
import { contentsOf, documentsIn, GoalWorld, TREE } from './goal-world.js';

const TIMEOUT_MS = 30_000;

const paces = fc.integer({ min: 1, max: 12 }).map((pageEvents) => ({ pageEvents, batchDocuments: 1 }));
/** Two picks of both times, the earlier of each first. */
function ordered(
  times: readonly Instant[],
  a: readonly [number, number],
  b: readonly [number, number],
): [asOf: Instant[], knownAt: Instant[]] {
  const pair = (axis: 0 | 1) => {
    const [one, other] = [picked(times, a[axis])!, picked(times, b[axis])!];
    return one < other ? [one, other] : [other, one];
  };
  return [pair(0), pair(1)];
}

const known = ({ phase, parents, computed, coverage, said }: Known) => ({
  phase,
  parents,
  computed,
  coverage,
  progress: said ?? computed,
  isSaid: said !== undefined,
});

const compared = ({ phase, parents, progress, coverage, progressFrom, override }: GoalRow) => ({
  phase,
  parents,
  computed: override ? override.computed : progress,
  coverage,
  progress,
  isSaid: progressFrom === 'manual',
});

function expectEqual(goals: readonly GoalRow[], reference: ReadonlyMap<string, Known>): void {
  const shown = [...reference].filter(([, goal]) => goal.shown);
  expect(new Map(goals.map((goal) => [goal.goalId, compared(goal)]))).toEqual(
    new Map(shown.map(([id, goal]) => [id, known(goal)])),
  );
}

/** As written: sums list their fields in any order; what is empty is not stored. */
function expectSameDocuments(actual: readonly StoredDocument[], expected: readonly StoredDocument[]): void {
  const byId = (documents: readonly StoredDocument[]) =>
    new Map(
      documents
        .filter(({ own, sum }) => own ?? sum)
        .map((document) => [document.id, JSON.parse(JSON.stringify(document)) as object]),
    );
  expect(byId(actual)).toEqual(byId(expected));
}

describe('Goal trees of random histories', () => {
  let directory: ReturnType<typeof temporaryDirectory>;
  let sqlite: SqliteViewStore;
  beforeAll(() => {
    directory = temporaryDirectory();
    sqlite = SqliteViewStore.open(`${directory.path}/views.db`);
  });
  afterAll(async () => {
    await sqlite.close();
    directory.remove();
  });

  /** The view of a world in each kind of store, projected in batches of any size. */
  const projected = async (world: GoalWorld, pace?: { pageEvents: number; batchDocuments: number }) => {
    await sqlite.drop(TREE);
    const stores: ViewStore[] = [new MemoryViewStore(), sqlite];
    for (const views of stores) await world.projector(views, pace).catchUp();
    return stores;
  };

  it(
    'read as a slow replay of the log says, now and at any moment, from every store',
    () =>
      fc.assert(
        fc.asyncProperty(histories, paces, moments, async (steps, pace, picks) => {
          const world = await GoalWorld.of(steps);
          for (const views of await projected(world, pace)) {
            for (const moment of momentsIn(steps, picks)) {
              expectEqual(await world.goalsIn(views, moment), goalsAt(steps, moment));
            }
          }
        }),
        { numRuns: 50 },
      ),
    TIMEOUT_MS,
  );

  it(
    'read the same while the log grows, whoever read before',
    () =>
      fc.assert(
        fc.asyncProperty(cyclicHistories, fc.integer({ min: 1, max: 10 }), async (steps, every) => {
          const world = new GoalWorld();
          await sqlite.drop(TREE);
          const stores: ViewStore[] = [new MemoryViewStore(), sqlite];
          for (let from = 0; from < steps.length; from += every) {
            for (const step of steps.slice(from, from + every)) await world.append(step);
            for (const views of stores) {
              await world.projector(views).catchUp();
              expectEqual(await world.goalsIn(views, {}), goalsAt(steps.slice(0, from + every), {}));
            }
          }
        }),
        { numRuns: 15 },
      ),
    TIMEOUT_MS,
  );

  const spans = fc.tuple(fc.option(fc.tuple(part, part)), part, part);

  it(
    'change from one moment to another step by step, each from where the one before left it',
    () =>
      fc.assert(
        fc.asyncProperty(histories, spans, fc.boolean(), async (steps, [since, ...until], toNow) => {
          const world = await GoalWorld.of(steps);
          const times = timesIn(steps);
          const [asOfs, knowns] = ordered(times, since ?? [0, 0], until);
          const earlier = since ? { asOf: asOfs[0], asKnownAt: knowns[0] } : undefined;
          const later = toNow ? {} : { asOf: asOfs[1], asKnownAt: knowns[1] };
          for (const views of await projected(world)) {
            const progress = new Map(earlier ? progressAt(steps, earlier) : []);
            const changes = await world.changesIn(views, { since: earlier, until: later });
            const ofTop = await world.changesIn(views, { since: earlier, until: later, goalId: 'goal0' });
            expect(ofTop).toEqual(only('goal0', changes));
            for (const { effects } of changes) {
              for (const { goalId, progressBefore, progressAfter } of effects) {
                expect([goalId, progressBefore]).toEqual([goalId, progress.get(goalId)]);
                progress.set(goalId, progressAfter);
              }
            }
            for (const [goalId, end] of progressAt(steps, later)) {
              expect([goalId, progress.get(goalId)]).toEqual([goalId, end]);
            }
          }
        }),
        { numRuns: 30 },
      ),
    TIMEOUT_MS,
  );

  const progressAt = (steps: readonly Step[], moment: AsOf) =>
    [...goalsAt(steps, moment)].map(([id, { computed }]) => [id, computed] as const);

  it(
    'hold the same sums live as added up from scratch, and the same of everything as rebuilt',
    () =>
      fc.assert(
        fc.asyncProperty(fc.oneof(histories, cyclicHistories), paces, async (steps, pace) => {
          const world = await GoalWorld.of(steps);
          const rebuilt = new MemoryViewStore();
          await world.projector(rebuilt).catchUp();
          for (const views of await projected(world, pace)) {
            const live = await documentsIn(views);
            const owns = live.map(({ id, own }) => ({ id, own }));
            expectSameDocuments(live, [
              ...rolledUp(goalTree.rollup!, owns as StoredDocument<never, never>[]).values(),
            ]);
            expect(await contentsOf(views)).toEqual(await contentsOf(rebuilt));
          }
        }),
        { numRuns: 30 },
      ),
    TIMEOUT_MS,
  );

  it(
    'come out the same where any write of any commit is torn, or its answer is lost, and it is delivered again',
    () =>
      fc.assert(
        fc.asyncProperty(histories, paces, async (steps, pace) => {
          const world = await GoalWorld.of(steps);
          const whole = new MemoryViewStore();
          await world.projector(whole, pace).catchUp();
          const expected = await contentsOf(whole);
          await sqlite.drop(TREE);
          for (const store of [new MemoryViewStore(), sqlite]) {
            const views = new TearingViewStore(store);
            while (!(await delivered(world, views, pace)));
            expect(views.torn).toBeGreaterThan(0);
            expect(await contentsOf(store)).toEqual(expected);
          }
        }),
        { numRuns: 8 },
      ),
    TIMEOUT_MS,
  );

  describe('whose links close cycles', () => {
    it(
      'cut the later link in the order of the log, and say so, whatever the batches',
      () =>
        fc.assert(
          fc.asyncProperty(cyclicHistories, paces, part, async (steps, pace, known) => {
            const world = await GoalWorld.of(steps);
            for (const views of await projected(world, pace)) {
              for (const moment of [{}, { asKnownAt: picked(timesIn(steps), known) }]) {
                expectEqual(await world.goalsIn(views, moment), goalsAt(steps, moment));
              }
            }
          }),
          { numRuns: 25 },
        ),
      TIMEOUT_MS,
    );

    it(
      'are whole at every moment and between any two, and the same in every store',
      () =>
        fc.assert(
          fc.asyncProperty(cyclicHistories, moments, async (steps, picks) => {
            const world = await GoalWorld.of(steps);
            const [memory, other] = await projected(world);
            for (const moment of momentsIn(steps, picks)) {
              const goals = await world.goalsIn(memory!, moment);
              expectAcyclic(goals);
              const byId = (rows: readonly GoalRow[]) => new Map(rows.map((row) => [row.goalId, row]));
              expect(byId(await world.goalsIn(other!, moment))).toEqual(byId(goals));
              const request = { until: moment };
              expect(await world.changesIn(other!, request)).toEqual(await world.changesIn(memory!, request));
              await world.changesIn(memory!, { since: moment, until: {} });
            }
          }),
          { numRuns: 25 },
        ),
      TIMEOUT_MS,
    );
  });
});

/** What changes say of one goal. */
const only = (goalId: string, changes: readonly GoalChange[]): GoalChange[] =>
  changes.flatMap((change) => {
    const effects = change.effects.filter((effect) => effect.goalId === goalId);
    return effects.length > 0 ? [{ ...change, effects }] : [];
  });

/** Tears the next commit at its first write, then at its second, and so on, then loses the answer to it. */
class TearingViewStore extends FaultyViewStore {
  torn = 0;
  private write = 0;

  override async commit(commit: Parameters<ViewStore['commit']>[0]): Promise<void> {
    const { length } = commit.documents;
    const last = this.write >= length;
    this.faults.push(last ? 'answer lost' : { write: this.write / length });
    this.write = last ? 0 : this.write + 1;
    this.torn += 1;
    await super.commit(commit);
  }
}

/** @returns whether it came to the end; a projector begins again where a commit failed */
async function delivered(world: GoalWorld, views: ViewStore, pace: Parameters<GoalWorld['projector']>[1]) {
  try {
    await world.projector(views, pace).catchUp();
    return true;
  } catch (error) {
    if (error instanceof Torn) return false;
    throw error;
  }
}

function expectAcyclic(goals: readonly GoalRow[]): void {
  const above = new Map(
    goals.map(({ goalId, parents }) => [
      goalId as string,
      parents.filter(({ cut }) => !cut).map(({ parentId }) => parentId),
    ]),
  );
  const open = new Set<string>();
  const climb = (id: string): void => {
    expect([id, open.has(id)]).toEqual([id, false]);
    open.add(id);
    for (const parent of above.get(id) ?? []) climb(parent);
    open.delete(id);
  };
  for (const id of above.keys()) climb(id);
}
