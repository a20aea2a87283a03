import { join } from 'node:path';
import { DEFAULT_GOAL_READING, OPERATOR } from '@pm/access';
import { catalogue } from '@pm/assembly';
import {
  Answers,
  answerTo,
  type CommandContext,
  Decisions,
  type EventStore,
  GENESIS,
  hashOf,
  ManualClock,
  newId,
  Recorder,
  type StoredEvent,
} from '@pm/eventing';
import { MemoryKeys } from '@pm/eventing/memory';
import { SqliteEventStore } from '@pm/eventing/sqlite';
import { GoalSights, ReadCompactTree, ReadCompactTreeHandler, TreeReader } from '@pm/insights';
import { goalTree } from '@pm/insights/views';
import { calendarInForce } from '@pm/kernel';
import type { ActorId, DecimalText, GoalId, Instant, KpiId, LocalDate, UnitId } from '@pm/kernel';
import type { MeasurementRecorded } from '@pm/measurement/events';
import type { GoalDrafted, GoalEvent, GoalLink } from '@pm/planning/events';
import { FreshViews, Projector } from '@pm/projections';
import { SqliteViewStore } from '@pm/projections/sqlite';
import { type Bounded, median, percentile } from './measured.js';

const GOALS = 10_000;
const CHILDREN = 4;
const VERSIONS = 20;
const NOW = '2026-06-30T12:00:00.000Z' as Instant;
const CALENDAR = { timeZone: 'Etc/UTC', fiscalYears: [] };

const day = (index: number): Instant => new Date(Date.UTC(2026, 0, 1 + index, 9)).toISOString() as Instant;
const goalId = (index: number) => `goal${index}` as GoalId;
const isLeaf = (index: number): boolean => index * CHILDREN + 1 >= GOALS;

/** 10,000 goals, four below each, and 20 versions of each: terms revised, a KPI measured for every leaf. */
export async function treeFigures(directory: string): Promise<Bounded[]> {
  const events = SqliteEventStore.open(join(directory, 'tree-log.db'));
  const views = SqliteViewStore.open(join(directory, 'tree-views.db'));
  const keys = new MemoryKeys();
  const recorder = new Recorder(catalogue, keys);
  const clock = new ManualClock(NOW);
  for (let index = 0; index < GOALS; index++) await appendGoal(events, recorder, index);
  const projector = new Projector(goalTree, { events, views, recorder, catalogue });
  await projector.catchUp();
  const reader = new TreeReader(events, new FreshViews(events, views), views);
  const answers = new Answers(new Decisions(events, recorder, keys, clock), clock);
  answers.add(answerTo(calendarInForce, async () => CALENDAR));
  const handler = new ReadCompactTreeHandler(
    reader,
    answers,
    new GoalSights(reader, answers, DEFAULT_GOAL_READING),
  );
  const rows = async (moment: { asOf?: Instant; asKnownAt?: Instant }) => {
    return JSON.stringify(await handler.execute(new ReadCompactTree(OPERATOR, moment)));
  };
  return [
    await figure('tree of 10,000 goals, now', 50, () => rows({})),
    await figure('the same as of any day', 150, (round) => rows({ asOf: day(round % VERSIONS) })),
    await figure('the same as known on any day', 150, (round) => rows({ asKnownAt: day(round % VERSIONS) })),
    ...(await checkIns(events, recorder, projector)),
  ];
}

/** Of a server that has been asked before: every day once. */
async function figure(
  name: string,
  budget: number,
  once: (round: number) => Promise<unknown>,
  rounds = 40,
): Promise<Bounded> {
  const times: number[] = [];
  for (let round = 0; round < VERSIONS + rounds; round++) {
    const started = performance.now();
    await once(round);
    if (round >= VERSIONS) times.push(performance.now() - started);
  }
  const also = `p50 ${median(times).toFixed(1)} ms`;
  return { name: `${name}, p95`, ours: percentile(times, 0.95), unit: 'ms', budget, also };
}

/** A check-in below a top goal with 10,000 below it costs by its depth. */
async function checkIns(events: EventStore, recorder: Recorder, projector: Projector): Promise<Bounded[]> {
  let revision = VERSIONS / 2 - 1;
  let end = await lastOf(events, streamOf(GOALS - 1));
  const checkIn = async (round: number) => {
    const event = measured(GOALS - 1, `2027-${String((round % 12) + 1).padStart(2, '0')}`, day(400 + round));
    const [stored] = await recorder.toStored(
      streamOf(GOALS - 1),
      end,
      [event],
      recording(day(400 + round), 1),
    );
    await events.append(stored!.stream, revision, [stored!]);
    end = await lastOf(events, stored!.stream);
    revision += 1;
    await projector.catchUp();
  };
  return [await figure('check-in 7 levels below the top, until shown', 10, checkIn)];
}

async function lastOf(events: EventStore, stream: string) {
  const last = (await events.readStream(stream)).at(-1)!;
  return { revision: last.revision, hash: hashOf(last) };
}

async function appendGoal(events: EventStore, recorder: Recorder, index: number): Promise<void> {
  const past: GoalEvent[] = [
    drafted(index),
    { type: 'GoalActivated', data: owned(index), effectiveAt: day(0) },
  ];
  const revisions = isLeaf(index) ? VERSIONS / 2 - 2 : VERSIONS - 2;
  for (let version = 0; version < revisions; version++) past.push(revised(index, version));
  await append(events, recorder, `goal-${goalId(index)}`, past);
  if (!isLeaf(index)) return;
  const values = Array.from({ length: VERSIONS / 2 }, (_, month) =>
    measured(index, `2026-${String(month + 1).padStart(2, '0')}`, day(month)),
  );
  await append(events, recorder, streamOf(index), values);
}

async function append(
  events: EventStore,
  recorder: Recorder,
  stream: string,
  past: (GoalEvent | MeasurementRecorded)[],
) {
  let [revision, hash] = [-1, GENESIS];
  const stored: StoredEvent[] = [];
  for (const event of past) {
    const [one] = await recorder.toStored(
      stream,
      { revision, hash },
      [event],
      recording(event.effectiveAt!, 1),
    );
    [revision, hash] = [one!.revision, hashOf(one!)];
    stored.push(one!);
  }
  await events.append(stream, 'none', stored);
}

const by: CommandContext = {
  actor: 'bench' as ActorId,
  commandId: 'bench',
  repeatable: false,
  correlationId: 'bench',
};
const recording = (recordedAt: Instant, count: number) => ({
  by,
  recordedAt,
  ids: Array.from({ length: count }, newId),
});

const owned = (index: number) => ({ goalId: goalId(index), unitId: 'unit' as UnitId });
const streamOf = (index: number): string => `measurements-kpi${index}.2026`;

function terms(index: number, version: number) {
  const measure = {
    kpiId: `kpi${index}` as KpiId,
    baseline: '0' as DecimalText,
    target: String(100 + version) as DecimalText,
    direction: 'increase',
  } as const;
  const dates = { start: '2026-01-01' as LocalDate, end: '2026-12-31' as LocalDate };
  return { title: `Goal ${index}`, ...dates, ...(isLeaf(index) && { measure }) };
}

function drafted(index: number): GoalDrafted {
  const parents: GoalLink[] =
    index === 0
      ? []
      : [
          {
            parentId: goalId(Math.floor((index - 1) / CHILDREN)),
            contributes: true,
            weight: '1' as DecimalText,
          },
        ];
  const data = {
    ...owned(index),
    number: `${index}`,
    kind: 'objective',
    termsRevision: 1,
    parents,
    ...terms(index, 0),
  };
  return { type: 'GoalDrafted', data, effectiveAt: day(0) };
}

const revised = (index: number, version: number): GoalEvent => ({
  type: 'GoalTermsRevised',
  data: { ...owned(index), termsRevision: version + 2, override: false, ...terms(index, version) },
  effectiveAt: day(version),
});

function measured(index: number, period: string, at: Instant): MeasurementRecorded {
  const data = {
    kpiId: `kpi${index}` as KpiId,
    period,
    year: 'FY2026',
    source: 'bench',
    value: String(at.length + (index % 90)),
    recordedBy: 'bench',
  };
  return {
    type: 'MeasurementRecorded',
    data: data as unknown as MeasurementRecorded['data'],
    effectiveAt: at,
  };
}
