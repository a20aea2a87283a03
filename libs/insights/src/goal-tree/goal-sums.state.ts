import {
  clamped,
  dividedHalfEven,
  exactly,
  type Measure,
  progressOf,
  type Ratio,
  ratioOf,
  type RollUpMode,
  type Rollup,
} from '@pm/kernel';
import {
  latestOf,
  measureAt,
  sides,
  type ShownPhase,
  type TreeDocument,
  type TreeLink,
  type TreeSum,
  type TreeValue,
} from './goal-documents.state.js';
import { leastOf, mostOf, spreadOf, spreadWith, spreadWithout } from './spread.state.js';

/** Goals in these phases count; those cancelled or postponed leave the averages (rule 9). */
const COUNTS: readonly ShownPhase[] = ['agreed', 'active', 'paused', 'completed'];

/** How far a goal is, and how much of what lies below it is known. */
export interface GoalProgress {
  /** Raw: below 0 it regressed, above 1 it over-achieved. Undefined is not 0 (rule 3). */
  readonly progress?: Ratio;
  /** Weight of the children whose progress is known, of that of all; undefined where none contributes. */
  readonly coverage?: Ratio;
  /** The value that measures it, where no child contributes. */
  readonly measured?: TreeValue;
  /** What tells it, and by which rule in which version (rule 16). */
  readonly from: 'children' | 'measure';
  readonly rule?: string;
  /** Why there is no progress. */
  readonly reason?: 'no-weight' | 'nothing-known' | 'no-baseline' | 'no-value' | 'no-measure';
}

const ONE = 10n ** 12n;

/**
 * Rules 8 and 10: over contributing children with known progress, as the goal says; without children by its own measure,
 * else undefined. What somebody said instead is not in it: an override is one person's word on one goal for a time, and no
 * evidence for the goals above, which go by what was worked out.
 */
export function goalProgress(doc: TreeDocument, sum: TreeSum | undefined): GoalProgress {
  if (sum?.children) return rolledProgress(doc.rollUp?.value ?? 'weighted', sum);
  const measure = doc.terms?.value?.measure;
  return measure ? measuredProgress(doc, measure, sum) : { from: 'measure', reason: 'no-measure' };
}

function measuredProgress(doc: TreeDocument, measure: Measure, sum: TreeSum | undefined): GoalProgress {
  const by = { from: 'measure', rule: `measure ${measure.direction} 1` } as const;
  const measured = sum?.measured?.[measure.kpiId];
  if (!measured) return { ...by, reason: 'no-value' };
  const progress = progressOf(measureAt(doc, measure, measured.at), exactly(measured.value));
  return progress === undefined ? { ...by, measured, reason: 'no-baseline' } : { ...by, measured, progress };
}

function rolledProgress(mode: RollUpMode, sum: TreeSum): GoalProgress {
  const by = { from: 'children', rule: `roll-up ${mode} 1` } as const;
  const [all, known] = [BigInt(sum.all ?? 0), BigInt(sum.known ?? 0)];
  if (all === 0n) return { ...by, reason: 'no-weight' };
  const coverage = dividedHalfEven(known * ONE, all);
  if (known === 0n) return { ...by, coverage, reason: 'nothing-known' };
  return { ...by, coverage, progress: rolled(mode, sum) };
}

/** Of a sum, a weight is what a goal brings of the whole when it is reached; the least and the most take no weight. */
function rolled(mode: RollUpMode, { known, weighted, spread }: TreeSum): Ratio {
  switch (mode) {
    case 'weighted':
    case 'worst-status':
      return dividedHalfEven(BigInt(weighted ?? 0), BigInt(known!));
    case 'sum':
      return dividedHalfEven(BigInt(weighted ?? 0), ONE * ONE);
    case 'min':
      return leastOf(spread!);
    case 'max':
      return mostOf(spread!);
  }
}

/** What a link weighs, in 10^-24. */
export function weightOf({ weight, share }: TreeLink): bigint {
  return ratioOf(weight) * (share === undefined ? ONE : ratioOf(share));
}

/** Values go up to their KPI, KPIs to the goals they measure, goals to their parents. */
export const goalRollup: Rollup<TreeDocument, TreeSum> = {
  above: (doc) => {
    if (doc.of?.value) return [doc.of.value];
    if (doc.parents?.value) return doc.parents.value.flatMap(({ parentId, cut }) => (cut ? [] : parentId));
    return doc.about ? [] : sides<true>(doc, 'goal').map(([goalId]) => goalId);
  },
  placedBy: 'parents',
  cut: (doc, to) => ({
    ...doc,
    parents: doc.parents && {
      ...doc.parents,
      value: doc.parents.value!.map((link) => (link.parentId === to ? { ...link, cut: true } : link)),
    },
  }),
  part: (doc, sum, to) => {
    if (doc.of) return partOfSlice(doc);
    return doc.self ? partOfKpi(doc, sum) : partOfGoal(doc, sum, to);
  },
  add,
};

function partOfSlice(doc: TreeDocument): TreeSum | undefined {
  const values = sides<TreeValue>(doc, 'value').map(([, value]) => value);
  const latest = latestOf(values);
  return latest && { slices: { [doc.slice!.value!]: latest } };
}

function partOfKpi({ self }: TreeDocument, sum: TreeSum | undefined): TreeSum | undefined {
  const latest = latestOf(Object.values(sum?.slices ?? {}));
  return latest && { measured: { [self!.value!]: latest } };
}

/** The goals whose progress a goal counts towards. */
export function contributesTo({ phase, parents }: TreeDocument): readonly string[] {
  if (!phase?.value || !COUNTS.includes(phase.value)) return [];
  return parents?.value?.flatMap((link) => (isContributing(link) ? link.parentId : [])) ?? [];
}

const isContributing = ({ contributes, cut }: TreeLink): boolean => contributes && !cut;

function partOfGoal(doc: TreeDocument, sum: TreeSum | undefined, to: string): TreeSum | undefined {
  const link = doc.parents!.value!.find((each) => each.parentId === to && isContributing(each));
  const phase = doc.phase?.value;
  if (!link || !phase || !COUNTS.includes(phase)) return undefined;
  const weight = weightOf(link);
  const { progress } = goalProgress(doc, sum);
  const all = { all: textOf(weight), children: 1 };
  if (progress === undefined) return all;
  const brings = clamped(progress);
  const spread = weight === 0n ? undefined : spreadOf(brings);
  return { ...all, known: textOf(weight), weighted: textOf(brings * weight), spread };
}

function add(total: TreeSum | undefined, part: TreeSum, sign: 1 | -1): TreeSum | undefined {
  if (!total && sign === 1) return part;
  const { slices, measured, all, known, weighted, children = 0, spread } = total ?? {};
  return defined({
    slices: exchanged(slices, part.slices, sign),
    measured: exchanged(measured, part.measured, sign),
    all: added(all, part.all, sign),
    known: added(known, part.known, sign),
    weighted: added(weighted, part.weighted, sign),
    children: children + sign * (part.children ?? 0) || undefined,
    spread: respread(spread, part.spread, sign),
  });
}

/** Nothing is written for zero, so that equal sums are equal documents. */
function defined(sum: { [Field in keyof TreeSum]: TreeSum[Field] | undefined }): TreeSum | undefined {
  let found: Record<string, unknown> | undefined;
  for (const field in sum) {
    const value = sum[field as keyof TreeSum];
    if (value !== undefined) (found ??= {})[field] = value;
  }
  return found;
}

function added(total: string | undefined, part: string | undefined, sign: 1 | -1): string | undefined {
  if (part === undefined) return total;
  const [before, change] = [BigInt(total ?? 0), BigInt(part)];
  return textOf(sign === 1 ? before + change : before - change);
}

/** A part brings one at most. */
function respread(spread: string | undefined, part: string | undefined, sign: 1 | -1): string | undefined {
  if (part === undefined) return spread;
  return sign === 1 ? spreadWith(spread, part) : spreadWithout(spread, part);
}

const textOf = (integer: bigint): string | undefined => (integer === 0n ? undefined : integer.toString());

/** Each key has one giver, so giving sets it and taking back removes it. */
function exchanged(
  total: Readonly<Record<string, TreeValue>> | undefined,
  part: Readonly<Record<string, TreeValue>> | undefined,
  sign: 1 | -1,
): Record<string, TreeValue> | undefined {
  if (!part) return total;
  const given = Object.keys(part);
  const others = Object.entries(total ?? {}).filter(([key]) => !given.includes(key));
  const result = Object.fromEntries(sign === 1 ? [...others, ...Object.entries(part)] : others);
  return Object.keys(result).length === 0 ? undefined : result;
}
