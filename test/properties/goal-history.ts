import fc from 'fast-check';
import type {
  DecimalText,
  Direction,
  GoalId,
  Instant,
  KpiId,
  LocalDate,
  Measure,
  Period,
  UnitId,
} from '@pm/kernel';
import { ALWAYS, instant, ROLL_UP_MODES, sliceOf } from '@pm/kernel';
import type { MeasurementRetracted, MeasurementsEvent } from '@pm/measurement/events';
import type { GoalEvent, GoalLink } from '@pm/planning/events';

/** A fact, the stream it goes to, and what the clock says when it is recorded. */
export interface Step {
  readonly stream: string;
  readonly event: GoalEvent | MeasurementsEvent;
  readonly recordedAt: Instant;
}

const GOALS = Array.from({ length: 6 }, (_, number) => `goal${number}` as GoalId);
const KPIS = Array.from({ length: 3 }, (_, number) => `kpi${number}` as KpiId);
const PERIODS = ['2025-12', '2026-01', '2026-02', '2026-03'] as Period[];
const SOURCES = ['report', 'system'];

/** Everything that a tree of these goals may hold a document of. */
export const IDS: readonly string[] = [
  ...GOALS,
  ...KPIS,
  ...KPIS.flatMap((kpiId) => [...new Set(PERIODS.map(sliceOf))].map((slice) => `${kpiId}.${slice}`)),
];

/** Of whoever reads these histories. */
export const NOW = instant(Date.UTC(2026, 5, 30));

const START_MS = Date.UTC(2026, 0, 10, 12);
const DAY_MS = 86_400_000;

const PHASES = [
  'GoalAgreed',
  'GoalActivated',
  'GoalActivated',
  'GoalPaused',
  'GoalResumed',
  'GoalPostponed',
  'GoalCompleted',
  'GoalCancelled',
  'GoalReopened',
  'GoalDiscarded',
  'GoalArchived',
  'GoalChangeWithdrawn',
  'GoalProposed',
  'GoalWithdrawn',
] as const;

const number = fc.constantFrom(
  ...(['0', '1', '2', '5', '7.5', '10', '-3', '3.3333333333333'] as DecimalText[]),
);
const plain = fc.record(
  {
    kpiId: fc.constantFrom(...KPIS),
    baseline: number,
    target: number,
    direction: fc.constantFrom<Direction[]>('increase', 'decrease', 'maintain-at-least', 'maintain-at-most'),
  },
  { requiredKeys: ['kpiId', 'target', 'direction'] },
);
const [one, two, five, ten] = ['1', '2', '5', '10'] as [DecimalText, DecimalText, DecimalText, DecimalText];
const other = fc.constantFrom<Omit<Measure, 'kpiId'>[]>(
  { direction: 'range', target: two, upper: five },
  { direction: 'milestone', target: one },
  { direction: 'ordinal', commit: one, target: two, stretch: five },
  { direction: 'ordinal', commit: ten, target: five, stretch: one },
);
const measure: fc.Arbitrary<Measure> = fc.oneof(
  plain,
  fc.tuple(fc.constantFrom(...KPIS), other).map(([kpiId, rest]) => ({ kpiId, ...rest })),
);
const weight = fc.constantFrom(...(['0', '1', '1', '3', '33.33', '0.2500000003'] as DecimalText[]));
const share = fc.constantFrom(...(['0', '0.5', '0.333333333333', '1'] as DecimalText[]));
const link = fc.record(
  { to: fc.nat(4), contributes: fc.constantFrom(true, true, true, false), weight, share },
  { requiredKeys: ['to', 'contributes', 'weight'] },
);
const links = fc.uniqueArray(link, { selector: ({ to }) => to, maxLength: 3 });

const move = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('place' as const), links }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('revise' as const), measure: fc.option(measure) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('live' as const), as: fc.constantFrom(...PHASES) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('import' as const), links }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('roll up' as const), mode: fc.constantFrom(...ROLL_UP_MODES) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('override' as const),
      progress: fc.constantFrom(...([null, '0.4', '1.5'] as (DecimalText | null)[])),
      until: fc.constantFrom(...(['2026-01-20', '2026-03-31', '2026-12-31'] as LocalDate[])),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constantFrom('measure' as const, 'measure' as const, 'measure' as const, 'retract' as const),
      kpiId: fc.constantFrom(...KPIS),
      period: fc.constantFrom(...PERIODS),
      source: fc.constantFrom(...SOURCES),
      day: fc.constantFrom('05', '28'),
      value: number,
    }),
  },
);

const turn = fc.record({
  goal: fc.nat(GOALS.length - 1),
  /** Hours until it is recorded: clocks step back. */
  hours: fc.integer({ min: -60, max: 200 }),
  /** Days since it was true; null where it is true as it is recorded. */
  lateDays: fc.option(fc.oneof(fc.nat(40), fc.nat(400))),
  move,
});
type Turn = typeof turn extends fc.Arbitrary<infer Value> ? Value : never;
type Move<Does extends Turn['move']['does']> = Extract<Turn['move'], { does: Does }>;

/** How a goal begins. */
const start = fc.record({ imported: fc.boolean(), links, measure: fc.option(measure), hours: fc.nat(48) });

/** Makes facts of turns; knows just what it takes to name them right. */
class Teller {
  readonly steps: Step[] = [];
  private readonly standing = new Map<string, { value: DecimalText; effectiveAt: Instant }>();
  private readonly revisions = new Map<GoalId, number>();
  private clockMs = START_MS;

  /** @param cyclic whether any goal may stand under any other, or only under one of a lower number */
  constructor(private readonly cyclic: boolean) {}

  begin(
    goal: number,
    { imported, links, measure, hours }: typeof start extends fc.Arbitrary<infer V> ? V : never,
  ) {
    this.clockMs += hours * (DAY_MS / 24);
    const goalId = GOALS[goal]!;
    const parents = this.linksOf(goal, links);
    if (imported) return this.import(goalId, parents);
    this.tell(`goal-${goalId}`, {
      type: 'GoalDrafted',
      data: { goalId, kind: 'objective', unitId: UNIT, ...this.terms(goalId, measure), parents },
    });
    this.tell(`goal-${goalId}`, { type: 'GoalActivated', data: { goalId, unitId: UNIT } });
  }

  take({ goal, hours, lateDays, move }: Turn): void {
    this.clockMs += hours * (DAY_MS / 24);
    const goalId = GOALS[goal]!;
    const effectiveAt = lateDays === null ? undefined : instant(this.clockMs - lateDays * DAY_MS);
    const stream = `goal-${goalId}`;
    const owned = { goalId, unitId: UNIT };
    if (move.does === 'place') {
      const data = { ...owned, parents: this.linksOf(goal, move.links) };
      this.tell(stream, { type: 'GoalPlaced', data, effectiveAt });
    } else if (move.does === 'revise') {
      const data = { ...owned, ...this.terms(goalId, move.measure), override: true };
      this.tell(stream, { type: 'GoalTermsRevised', data, effectiveAt });
    } else if (move.does === 'live') {
      const data = { ...owned, ...LIFE[move.as] };
      this.tell(stream, { type: move.as, data, effectiveAt } as Step['event']);
    } else if (move.does === 'import') {
      this.import(goalId, this.linksOf(goal, move.links));
    } else if (move.does === 'roll up') {
      this.tell(stream, { type: 'GoalRollUpSet', data: { ...owned, mode: move.mode }, effectiveAt });
    } else if (move.does === 'override') {
      this.override(stream, owned, { ...move, effectiveAt });
    } else {
      this.measure(move);
    }
  }

  /** Without any progress it ends one, whether there is any or not. */
  private override(
    stream: string,
    owned: { goalId: GoalId; unitId: UnitId },
    {
      progress,
      until,
      effectiveAt,
    }: Pick<Move<'override'>, 'progress' | 'until'> & { effectiveAt?: Instant },
  ): void {
    if (progress === null) return this.tell(stream, { type: 'GoalOverrideEnded', data: owned, effectiveAt });
    const data = { ...owned, progress, until };
    this.tell(stream, { type: 'GoalProgressOverridden', data, effectiveAt });
  }

  private import(goalId: GoalId, parents: readonly GoalLink[]): void {
    const data = {
      goalId,
      number: goalId,
      source: 'ledger',
      title: goalId,
      kind: 'service',
      unitId: UNIT,
      parents,
    };
    this.tell(`goal-${goalId}`, { type: 'GoalImported', data });
  }

  /** Records what is new, corrects or retracts what stands: a correction keeps the date of the value. */
  private measure({ does, kpiId, period, source, day, value }: Move<'measure' | 'retract'>): void {
    const key = `${kpiId} ${period} ${source}`;
    const stands = this.standing.get(key);
    const stream = `measurements-${kpiId}.${sliceOf(period)}`;
    const of = { kpiId, period, source, year: 'FY2026' as const };
    if (does === 'retract' && !stands) return;
    const effectiveAt = stands?.effectiveAt ?? (`${period}-${day}T23:59:59.999Z` as Instant);
    const was = stands?.value;
    if (does === 'retract') {
      this.standing.delete(key);
      const data = { ...of, was: was! } as MeasurementRetracted['data'];
      this.tell(stream, { type: 'MeasurementRetracted', data, effectiveAt });
      return;
    }
    this.standing.set(key, { value, effectiveAt });
    const type = stands ? 'MeasurementCorrected' : 'MeasurementRecorded';
    this.tell(stream, { type, data: { ...of, value, ...(stands && { was }) }, effectiveAt } as Step['event']);
  }

  private terms(goalId: GoalId, measure: Measure | null) {
    const termsRevision = (this.revisions.get(goalId) ?? 0) + 1;
    this.revisions.set(goalId, termsRevision);
    const [start, end] = ['2026-01-01', '2026-12-31'] as LocalDate[];
    return { termsRevision, title: goalId as string, start, end, ...(measure && { measure }) };
  }

  private linksOf(
    goal: number,
    links: readonly (typeof link extends fc.Arbitrary<infer V> ? V : never)[],
  ): GoalLink[] {
    const others = GOALS.filter((_, other) => (this.cyclic ? other !== goal : other < goal));
    return links.flatMap(({ to, ...rest }) => (others[to] ? [{ parentId: others[to], ...rest }] : []));
  }

  private tell(stream: string, event: Step['event']): void {
    this.steps.push({ stream, event, recordedAt: instant(this.clockMs) });
  }
}

const UNIT = 'parks' as UnitId;

/** What a step in a goal's life says beside whose goal it is. */
const LIFE: Readonly<Record<string, object>> = {
  GoalPostponed: { successorId: GOALS[0] },
  GoalCompleted: { result: 'achieved' },
  GoalAgreed: { termsRevision: 1 },
  GoalChangeWithdrawn: { termsRevision: 2 },
  GoalProposed: { termsRevision: 1, by: 'owner' },
};

function historyOf(cyclic: boolean): fc.Arbitrary<readonly Step[]> {
  const starts = fc.array(start, { minLength: GOALS.length, maxLength: GOALS.length });
  const turns = fc.array(turn, { minLength: 1, maxLength: 40, size: 'max' });
  return fc.tuple(starts, turns).map(([first, then]) => {
    const teller = new Teller(cyclic);
    first.forEach((each, goal) => teller.begin(goal, each));
    then.forEach((each) => teller.take(each));
    return teller.steps;
  });
}

/** Histories of goals whose links never close a cycle, at any time. */
export const histories = historyOf(false);

/** Histories in which goals are placed as if nobody knew of the others' moves: some close cycles. */
export const cyclicHistories = historyOf(true);

/** Every time that means something in a history, and one before them all. */
export function timesIn(steps: readonly Step[]): Instant[] {
  const told = steps.flatMap(({ event, recordedAt }) => [recordedAt, event.effectiveAt ?? recordedAt]);
  return [...new Set([...told, instant(0)])].filter((at) => at !== ALWAYS).sort();
}
