import {
  type DecimalText,
  type GoalId,
  type Instant,
  type KpiId,
  type LocalDate,
  type Measure,
  type Period,
  type Recorded,
  type RollUpMode,
  stated,
  type UnitId,
} from '@pm/kernel';
import { recorded } from '@pm/kernel/testing';
import type { GoalEvent, GoalLink, GoalTerms } from '@pm/planning/events';
import { rolledUp, withChildren } from '@pm/projections';
import { Day } from '../goal-tree/day.js';
import type { TreeDocument, TreeSum } from '../goal-tree/goal-documents.state.js';
import {
  goalRow,
  type GoalRow,
  type IndicatorRow,
  indicatorRow,
  type TreeStored,
} from '../goal-tree/goal-row.js';
import { goalTree, type TreeEvent } from '../goal-tree/goal-tree.view.js';
import { shownUnder } from '../goal-tree/tree-reader.js';
import { WorstStatus } from '../goal-tree/worst-status.js';

/** @param date of 2026, or with its year */
export const day = (date: string): Instant =>
  `${date.length > 5 ? date : `2026-${date}`}T00:00:00.000Z` as Instant;

const kpiId = (name: string): KpiId => `kpi ${name}` as KpiId;

const END_OF_YEAR = '2026-12-31' as LocalDate;

export function link(parentId: string, change: Partial<Record<'weight' | 'share', string>> = {}): GoalLink {
  return { parentId: parentId as GoalId, contributes: true, weight: '1', ...change } as GoalLink;
}

export const aligned = (parentId: string): GoalLink => ({ ...link(parentId), contributes: false });

/** From 0 to 10, by a KPI of the same name, unless something else is said. */
export function measureBy(kpi: string, change: Partial<Measure> = {}): Measure {
  const [baseline, target] = ['0', '10'] as DecimalText[];
  return { kpiId: kpiId(kpi), baseline, target: target!, direction: 'increase', ...change };
}

const owned = (goal: string) => ({ goalId: goal as GoalId, unitId: 'parks' as UnitId });

/** An active goal, from New Year on. */
export function goal(
  name: string,
  parents: readonly GoalLink[] = [],
  terms: Partial<GoalTerms> = {},
): TreeEvent[] {
  const data = { ...owned(name), kind: 'objective', termsRevision: 1, title: name, parents, ...terms };
  return [{ type: 'GoalDrafted', data, effectiveAt: day('01-01') }, lives(name, 'GoalActivated', '01-01')];
}

/** An active goal with a measure and, where given, its value on 1 February. */
export function measuredGoal(
  name: string,
  value: string | undefined,
  parents: readonly GoalLink[],
): TreeEvent[] {
  return [
    ...goal(name, parents, { measure: measureBy(name) }),
    ...(value === undefined ? [] : [measured(name, '2026-01', value, '02-01')]),
  ];
}

type Step =
  'GoalActivated' | 'GoalPaused' | 'GoalResumed' | 'GoalCancelled' | 'GoalPostponed' | 'GoalReopened';
type End = 'GoalArchived' | 'GoalDiscarded' | 'GoalCompletionAcknowledged';

export function lives(
  name: string,
  type: Step | End | 'GoalCompleted' | 'GoalAgreed',
  on: string,
): TreeEvent {
  const more = { GoalPostponed: { successorId: 'next' }, GoalCompleted: { result: 'partly' } }[
    type as string
  ];
  return { type, data: { ...owned(name), ...more }, effectiveAt: day(on) } as GoalEvent as TreeEvent;
}

export function placed(name: string, parents: readonly GoalLink[], on: string): TreeEvent {
  return { type: 'GoalPlaced', data: { ...owned(name), parents }, effectiveAt: day(on) };
}

export function revised(name: string, terms: Partial<GoalTerms>, on: string): TreeEvent {
  const data = { ...owned(name), termsRevision: 2, title: name, override: true, ...terms };
  return { type: 'GoalTermsRevised', data, effectiveAt: day(on) };
}

export function rolledUpBy(name: string, mode: RollUpMode, on = '01-01'): TreeEvent {
  return { type: 'GoalRollUpSet', data: { ...owned(name), mode }, effectiveAt: day(on) };
}

export function overridden(name: string, progress: string, until: string, on: string): TreeEvent {
  const data = { ...owned(name), progress: progress as DecimalText, until: `2026-${until}` as LocalDate };
  return { type: 'GoalProgressOverridden', data, effectiveAt: day(on) };
}

export function overrideEnded(name: string, on: string): TreeEvent {
  return { type: 'GoalOverrideEnded', data: owned(name), effectiveAt: day(on) };
}

export function measured(
  kpi: string,
  period: string,
  value: string,
  on: string,
  source = 'report',
): TreeEvent {
  const data = { kpiId: kpiId(kpi), period: period as Period, year: 'FY2026', source, value };
  return { type: 'MeasurementRecorded', data, effectiveAt: day(on) } as TreeEvent;
}

/** What trees show after these facts, now or as of a day. */
export function treeOf(facts: readonly TreeEvent[], asOf?: string) {
  const documents = new Map<string, TreeStored>();
  for (const event of facts.map(recorded) as Recorded<TreeEvent>[]) {
    for (const entry of goalTree.history!.entries(event)) {
      if (asOf !== undefined && entry.from > day(asOf)) continue;
      const own = stated<TreeDocument>(documents.get(entry.id)?.own, entry);
      documents.set(entry.id, { id: entry.id, own });
    }
  }
  const summed = rolledUp<TreeDocument, TreeSum>(goalTree.rollup!, [...documents.values()]);
  return {
    row: (name: string, today: string = END_OF_YEAR): GoalRow | undefined => {
      const day = new Day(today as LocalDate);
      const row = goalRow(summed.get(name) ?? { id: name }, day);
      return row && new WorstStatus(withChildren(summed, shownUnder), day).shown(row);
    },
    indicator: (kpi: string): IndicatorRow | undefined => indicatorRow(summed.get(kpiId(kpi)) ?? { id: kpi }),
  };
}

/** Facts as sentences: `given(facts).shows(goal, row)`. */
export const given = (...facts: readonly (TreeEvent | readonly TreeEvent[])[]) => ({
  shows: (name: string, expected: Partial<GoalRow>, asOf?: string) =>
    expect(treeOf(facts.flat(), asOf).row(name)).toMatchObject(expected),
  /** On a day of the same year, which views do not know. */
  showsOn: (today: string, name: string, expected: Partial<GoalRow>) =>
    expect(treeOf(facts.flat()).row(name, `2026-${today}`)).toMatchObject(expected),
  showsNothing: (name: string, asOf?: string) => expect(treeOf(facts.flat(), asOf).row(name)).toBe(undefined),
});
