import fc from 'fast-check';
import { type AsOf, type GoalFigure, type GoalRow, readable, type ToldEvent } from '@pm/insights';
import { type Measure, thresholdsOf } from '@pm/kernel';
import { MemoryViewStore } from '@pm/projections/memory';
import { recomputed } from './figure-recomputed.js';
import { cyclicHistories, histories, type Step } from './goal-history.js';
import { GoalWorld } from './goal-world.js';
import { moments, momentsIn } from './moments.js';

const TIMEOUT_MS = 30_000;

/** Every figure of a history at some moments, with the row that the tree shows of the goal then. */
async function eachFigure(
  steps: readonly Step[],
  at: readonly AsOf[],
  check: (figure: GoalFigure, row: GoalRow, moment: AsOf) => void,
): Promise<void> {
  const world = await GoalWorld.of(steps);
  const views = new MemoryViewStore();
  await world.projector(views).catchUp();
  for (const moment of at) {
    for (const row of await world.goalsIn(views, moment))
      check(await world.figureIn(views, row.goalId, moment), row, moment);
  }
}

const figuresOf = ({ progress, coverage, expected, status }: GoalRow | GoalFigure) => ({
  progress,
  coverage,
  expected,
  status,
});

describe('Figures of random histories', () => {
  it(
    'are what anybody works out by hand from the inputs that they name, and what the tree shows',
    () =>
      fc.assert(
        fc.asyncProperty(fc.oneof(histories, cyclicHistories), moments, (steps, picks) =>
          eachFigure(steps, momentsIn(steps, picks), (figure, row) => {
            const { clamped, ...figures } = recomputed(figure);
            expect({ ...figuresOf(figure), clamped: figure.clamped }).toEqual({ ...figures, clamped });
            expect(figuresOf(figure)).toEqual(figuresOf(row));
          }),
        ),
        { numRuns: 40 },
      ),
    TIMEOUT_MS,
  );

  it(
    'name for each input the event that states it, known and true by then',
    () =>
      fc.assert(
        fc.asyncProperty(histories, moments, (steps, picks) => {
          const log = Map.groupBy(steps, ({ stream }) => stream);
          return eachFigure(steps, momentsIn(steps, picks), (figure, _, moment) => {
            for (const claim of claimsOf(figure)) expectSaid(log, claim, moment);
          });
        }),
        { numRuns: 25 },
      ),
    TIMEOUT_MS,
  );
});

/** An event that a figure names, and what it must say for that. */
interface Claim {
  readonly event: ToldEvent;
  readonly says: object;
}

function claimsOf(figure: GoalFigure): Claim[] {
  const { terms, override, rollUp, measured, parts, leftOut } = figure;
  const { start, end, termsRevision } = terms;
  const dates = start && { start, end, termsRevision };
  return [
    { event: terms.event, says: { goalId: figure.goalId, ...dates } },
    ...(override ? [{ event: override.event, says: { until: override.until } }] : []),
    ...(rollUp?.event ? [{ event: rollUp.event, says: { mode: rollUp.mode } }] : []),
    ...(measured ? measureClaims(measured, terms.event) : []),
    ...readable(parts).map((part) => ({ event: part.event, says: linkOf(figure, part) })),
    ...readable(leftOut).map((part) => ({
      event: part.event,
      says: part.because === 'only-aligned' ? linkOf(figure, part) : { goalId: part.goalId },
    })),
  ];
}

function measureClaims(measured: NonNullable<GoalFigure['measured']>, terms: ToldEvent): Claim[] {
  const { kpiId, baseline, target, direction, value, source, period, event, zonesEvent } = measured;
  const zones = thresholdsOf(measured as Measure);
  const of = { kpiId, direction, ...(baseline && { baseline }), ...(!zones && { target }) };
  return [
    { event: terms, says: { measure: expect.objectContaining(of) as object } },
    ...(event ? [{ event, says: { kpiId, value, source, period } }] : []),
    ...(zonesEvent
      ? [{ event: zonesEvent, says: { measure: expect.objectContaining(zones!) as object } }]
      : []),
  ];
}

const linkOf = (
  { goalId: parentId }: GoalFigure,
  { goalId, weight }: { goalId: string; weight: string },
) => ({
  goalId,
  parents: expect.arrayContaining([expect.objectContaining({ parentId, weight })]) as object[],
});

/** What was said, by stream and in the order of revisions. */
type Log = ReadonlyMap<string, readonly Step[]>;

function expectSaid(log: Log, { event: { stream, revision, type }, says }: Claim, { asOf, asKnownAt }: AsOf) {
  const { event, recordedAt } = log.get(stream)![revision]!;
  expect(event).toMatchObject({ type, data: says });
  const isAlways = type === 'GoalImported';
  expect(!asOf || isAlways || (event.effectiveAt ?? recordedAt) <= asOf).toBe(true);
  expect(!asKnownAt || recordedAt <= asKnownAt).toBe(true);
}
